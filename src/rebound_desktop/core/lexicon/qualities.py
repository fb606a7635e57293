"""Words for ways of working that any occupation may ask for.

The form of the text is described in `rebound_desktop.core.lexicon`. After `<` stand nearby
concepts that a mention also speaks for, at half strength.
"""

TEXT = """
leading < managing-staff: lead, leader, leadership, team lead, team leader, head of, in charge,
  took charge, ran a team, led a team, run the team, direct, guide, captain, inspire, delegate,
  delegation, motivate, motivation, empower, spearhead, ~oversee, set the example, role model,
  rally, people leader
managing-staff < leading: manage team, manage people, managing staff, manager, supervise,
  supervisor, supervision, line manage, direct report, ~staff, my team of, team of, shift leader,
  shift manager, assistant manager, oversee, run the shift, people management, manage a team,
  ~employee, team manager, workforce, underperform*, performance management, duty manager, store
  manager, staff member
rota < planning managing-staff: rota, roster, shift plan, staffing, schedule staff, work schedule,
  staff schedule, shift pattern, called in sick, cover shift, ~overtime, vacation plan
coaching < training-others leading: coach, coaching, mentor, mentoring, buddy, develop others,
  develop people, grow people, develop team, one to one, 1:1, help him improve, help her improve,
  junior colleague, trainee, apprentice, career growth, nurture, helped colleague, took under my
  wing, ~junior, believe in
training-others < coaching: train, training, trainer, teach, taught, show how, showed how, new
  starter, new hire, new employee, onboard, onboarding, induct, induction, workshop, instruct,
  tutorial, knowledge sharing, share knowledge, explain step, guide for new, learning session,
  upskill, new joiner, ~demonstrate
giving-feedback < coaching: feedback, constructive, performance review, appraisal, ~honest
  conversation, difficult conversation, evaluate performance, recognise, recognition, praise
teamwork: teamwork, team player, work together, working together, collaborate, collaboration,
  collaborative, cooperate, cooperation, team, teammate, colleague, coworker, co-worker, as a
  team, pitch in, pull together, support each other, help out, helped teammate, side by side, team
  effort, ~together, team spirit, group work
cross-team < teamwork communication: cross functional, cross-functional, other team, other
  department, between departments, different teams, across teams, across the business,
  interdepartmental, multidisciplinary, multi-disciplinary, matrix, silo, ~align, alignment,
  liaise, liaison, coordinate with, partner with, work closely
stakeholders < communication relationships: stakeholder, senior management, executives, senior
  leader, expectations, manage expectations, ~sponsor, buy-in, buy in, decision maker, ~director,
  c-level, board, steering, internal client, external partner, ~sign off
relationships < communication: relationship, rapport, trust, build trust, build relationship,
  network, networking, get along, partnership, interpersonal, people skills, approachable,
  friendly, ~warm, personable, connect with, maintain contact, ~contacts
communication: communicate, communication, communicator, explain, explained, inform, clear,
  clearly, articulate, verbal, spoken, oral, message, update, keep informed, in plain words, plain
  language, simple terms, plain english, non technical, talk to, talk through, speak with,
  conversation, discuss, misunderstanding, email, transparent
writing < communication: written, write, writing, draft, document, documentation, wrote, letter,
  ~report, guide, manual, handbook, ~note, summary, ~proposal, written communication, ~article,
  instructions, ~newsletter, ~leaflet
presenting < communication: present, presentation, presenter, public speaking, speech, in front
  of, demo, demonstrate, slides, talk at, audience, pitch, showcase, powerpoint, presentation
  skills, ~stage, keynote
persuading < communication: persuade, persuasion, persuasive, convince, influence, influencing,
  negotiate, negotiation, negotiator, bargain, compromise, win over, won over, make the case, made
  the case, argued for, sell the idea, ~agree, ~resist, ~sceptical, skeptical, reluctant,
  ~objection, common ground, change their mind, push back, pushed back, ~advocate, ~agreement
disagreeing < persuading conflict: disagree, disagreement, challenge decision, speak up, spoke up,
  against the decision, stand up for, stood up, different opinion, backbone, ~objected, ~debate,
  pushed back, said no, assertive, courage
conflict < relationships: conflict, argument, argue, dispute, tension, clash, fight, fought,
  difficult colleague, difficult coworker, difficult person, mediate, mediation, resolve conflict,
  conflict resolution, fell out, refuse to, ~blame, hostile, get on with, work with difficult,
  disagreement, calm both, ~quarrel
listening < empathy communication: listen, listening, active listening, listened, hear out, heard
  him, heard her, ask questions, asked questions, let him speak, let her speak, understand needs,
  ~understand, open question, paraphras*, attentive
empathy < relationships: empathy, empathetic, empathic, compassion, compassionate, caring, ~care
  for, kind, kindness, patience, sensitive, reassure, reassured, comfort, comforted, held her
  hand, ~cried, tears, scared, worried, distress*, ~lonely, put myself in, feelings, emotional,
  supportive, understanding, bereave*, grieving, frightened, ~dignity
calming < stress empathy: de-escalate, calm, calmly, calmed, stay calm, stayed calm, angry, shout,
  shouted, shouting, yell, yelled, yelling, aggressive, upset, furious, irate, lost his temper,
  lost her temper, temper, defuse, diffuse, difficult customer, threatening, swore, screaming,
  scream, violent, agitated, challenging behaviour, challenging behavior, abusive, tantrum,
  hostile, rude
serving-people < listening: customer, client, guest, customer service, service user, consumer,
  visitor, caller, shopper, member of the public, the public, customers first, customer focus,
  customer-focused, customer facing, client facing, customer needs, exceed expectations, customer
  experience, customer obsession, satisfaction, go the extra mile, went the extra mile, passenger,
  diner, patron, patient
complaints-handling < serving-people calming problem-solving: complaint, complain, complained,
  complaining, apologise, apologize, apology, apologised, refund, unhappy customer, unhappy,
  dissatisfied, angry customer, difficult customer, make it right, put it right, put things right,
  resolve customer, compensation, compensate, goodwill, service recovery, escalation, escalated,
  customer issue, disappointed, ~replacement, demanding customer, bad review
problem-solving: problem solving, problem-solving, problem solver, solve, solved, solution,
  resolve, resolved, figure out, figured out, find a way, found a way, fix, fixed, troubleshoot,
  workaround, overcome, obstacle, tackle, problem, resourceful, improvise, improvised, get around,
  sort out, sorted out, work out, diagnose, challenge, think on my feet
root-cause < problem-solving analysis: root cause, investigate, investigated, investigation, dig
  into, dug into, trace, traced, why it happened, find out why, found out why, get to the bottom,
  cause, five whys, 5 whys, diagnose, pinpoint, ~narrow down, ~log, ~pattern, in depth, dive deep,
  dig deep
analysis: analyse, analyze, analysis, analytical, analyst, data driven, data-driven, evaluate,
  assess, compare, compared, figures, numbers, statistics, ~data, critical thinking, logical,
  logic, interpret, examine, evidence, evidence based, calculate, measure, measured, weigh up,
  weighed, insight, metric, quantitative, spreadsheet
deciding < analysis: decide, decision, decided, decision making, decision-making, judgement,
  judgment, choose, chose, choice, option, alternatives, pros and cons, trade-off, tradeoff,
  incomplete information, without all the information, make the call, made the call, weigh, good
  judgement, gut, optimal
strategic < planning: strategy, strategic, vision, big picture, bigger picture, long term,
  long-term, roadmap, direction, think ahead, ~goals, ~future, think big, forward thinking,
  objectives
planning: plan, planning, planned, organise, organize, organised, organized, organisation skills,
  organizational, coordinate, coordinated, coordination, schedule, scheduled, timetable, timeline,
  arrange, arranged, prepare, checklist, logistics, calendar, to do list, step by step, structure,
  structured, milestone, set up, methodical, timetabling
prioritising < planning stress: prioritise, prioritize, priority, priorities, juggle, juggled,
  multitask, multi-task, multitasking, multiple tasks, several tasks, competing demands, competing
  priorities, workload, at the same time, busy, most urgent, urgent, time management, manage time,
  manage my time, two things at once, triage, fast paced, fast-paced, high volume, everything at
  once
deadlines < prioritising: deadline, on time, in time, tight, short notice, last minute,
  last-minute, time pressure, by friday, by the end of, due date, overnight, ahead of schedule,
  late, meet deadlines, delivered on time, time critical, time-sensitive, turnaround, at pace,
  urgency, sense of urgency, within a week, timely, ~rush, ~quickly, only two days, only a week,
  deliver results
stress < adapting: pressure, under pressure, stress, stressful, stressed, overwhelm*, hectic,
  panic, panicked, calm under pressure, keep cool, high pressure, demanding, chaos, chaotic,
  intense, resilience, resilient, composure, cope, coped, cool head, short staffed, short-staffed,
  understaffed
adapting: adapt, adapted, adaptable, adaptability, flexible, flexibility, change, changed,
  changing, adjust, adjusted, ambiguity, ambiguous, uncertain, uncertainty, unexpected, unclear,
  pivot, shifting, new situation, on the fly, plan b, versatile, wear many hats, open minded,
  changing priorities, agile, ~unfamiliar, suddenly
change-leading < improving leading: change management, lead change, organisational change,
  transformation, transform, restructure, reorganis*, reorganiz*, adoption, roll out, rolled out,
  new system, introduce new, introduced, reluctant staff, transition, merger, ~implement, embed,
  digital transformation
learning < adapting: learn, learned, learnt, learning, taught myself, self taught, pick up
  quickly, quick learner, curious, curiosity, study, studied, new skill, new technology, new tool,
  read up, research, course, certification, never done before, never used, unfamiliar, from
  scratch, asked for help, keen to learn, willingness to learn, steep learning curve, continuous
  learning, stay current, self development, professional development, online course, new to,
  growth mindset
initiative < improving: initiative, proactive, proactively, self starter, self-starter, on my own
  initiative, without being asked, nobody asked, volunteered, stepped up, step up, above and
  beyond, extra mile, beyond my job, beyond my role, not my job, took it upon myself, spotted,
  noticed, suggest, suggested, self motivated, self-motivated, go-getter, drive, driven,
  entrepreneurial, bias for action, took the lead, own accord, hands-on, enthusiasm, enthusiastic,
  can do attitude, can-do
ownership < integrity: ownership, own it, accountable, accountability, responsible for my, took
  responsibility, take responsibility, own up, owned up, my fault, mistake, my mistake, made a
  mistake, error, admitted, admit, ~apologised, end to end, end-to-end, follow through, see it
  through, saw it through, got it wrong, broke, forgot, lesson learned, learned from, held myself,
  messed up, wrong
independent < initiative: independently, independent, work alone, working alone, autonomous,
  autonomy, autonomously, on my own, by myself, minimal supervision, little supervision,
  unsupervised, lone working, self directed, single handed, only one in, alone, remote
integrity: integrity, honest, honesty, honestly, ethical, ethics, trustworthy, trust, truth, right
  thing, confidential, confidentiality, discreet, discretion, fair, fairness, refuse, refused,
  told the truth, report it, reported it, cheat, cheating, lie, policy, dishonest, principled,
  sensitive information, private information, professionalism, professional
detail < quality: detail, attention to detail, detail oriented, detail-oriented, accurate,
  accuracy, accurately, precise, precision, thorough, careful, carefully, double check,
  double-check, checked twice, proofread, meticulous, spot errors, typo, discrepancy, mismatch,
  noticed that, inconsistency, error free, eye for detail, wrong number, missing, conscientious,
  cross check, caught a mistake, caught an error
quality: quality, high standard, high standards, standard, best possible, excellence, excellent,
  test, tested, inspect, check, improve quality, defect, quality control, quality assurance, proud
  of, insist, good enough, zero errors, raise the bar, rework, consistency, consistent, review
improving < initiative: improve, improved, improvement, improving, process improvement, continuous
  improvement, better way, more efficient, efficiency, efficient, streamline, streamlined,
  optimise, optimize, simplify, simplified, automate, automated, automation, save time, saved
  time, saved hours, faster, reduce, reduced, reduction, cut the time, redesign, redesigned,
  bottleneck, inefficient, time consuming, by hand, manual process, new process, speed up,
  template, waste, productivity, workflow, halved, ~doubled
innovating < improving: innovate, innovation, innovative, creative, creativity, idea, ideas,
  invent, invented, new approach, novel, think outside, outside the box, brainstorm, experiment,
  original, prototype, unconventional, imaginative, came up with, pilot
saving < budget: cost saving, save money, saved money, saving, savings, cheaper, reduce cost,
  reduce costs, cut costs, cut cost, cost reduction, frugal, frugality, cost effective,
  cost-effective, lower cost, limited budget, small budget, no budget, ~waste, ~expense, scarce,
  fewer resources, limited resources
budget: budget, budgets, budgeting, cost, costs, finance, financial, spend, expenditure, money,
  p&l, profit, revenue, cost control, forecast, ~price, ~invoice, ~fund
safety: safety, safe, safely, hazard, hazardous, danger, dangerous, accident, injury, injured,
  risk assessment, health and safety, first aid, ppe, emergency, near miss, unsafe, slip,
  protective, fire, burn, spill, fell, evacuation, infection control, hygiene
compliance < integrity: comply, compliance, regulation, regulatory, procedure, procedures, policy,
  policies, rules, legal requirement, audit, gdpr, legislation, guideline, standard operating,
  inspection, adhere, adherence, protocol, by the book, certified, law, governance, data
  protection
risk < deciding: risk, risks, risky, mitigate, mitigation, took a risk, take risks, contingency,
  backup plan, back-up plan, worst case, what if, gamble, bold, fail safe, rollback
emergency < stress safety: emergency, crisis, urgent, collapsed, unconscious, bleeding, ambulance,
  evacuate, fire, alarm, heart attack, choking, critical, disaster, power cut, flood, outage,
  incident, cpr, first aid, life threatening, critical incident
dependable < integrity: reliable, reliability, dependable, punctual, punctuality, on time every,
  attendance, committed, commitment, dedicated, dedication, work ethic, hard working,
  hard-working, hardworking, diligent, keep promises, kept my promise, trusted with, loyal,
  motivated, never missed, stayed late, stay late, stayed behind, early morning, responsible
persistence < stress: persist, persistent, persistence, persever*, perseverance, tenacious,
  tenacity, determined, determination, never give up, did not give up, didn't give up, kept
  trying, keep going, setback, again and again, difficult, tough, failed, failure, failing,
  rejected, bounce back, tried again, struggle, struggled, hard time
results: achieve, achieved, achievement, target, targets, exceed, exceeded, goal, goals, goal
  oriented, results, results driven, results-driven, results oriented, outcome, success,
  successful, record, award, won, increase, increased, grew, growth, best ever, objective, kpi,
  top performer, milestone, accomplish*, impact, ~percent, deliver results
inclusion < empathy: inclusion, inclusive, diversity, diverse, equality, equity, accessible,
  accessibility, disabled, disability, cultural, culture, cultures, different backgrounds,
  background, language barrier, did not speak, didn't speak, could not speak, religion, gender,
  bias, discrimination, discriminat*, belonging, wheelchair, deaf, blind, interpreter, autis*,
  foreign, multicultural, respect
languages-spoken < communication inclusion: bilingual, multilingual, translate, translated,
  translation, interpreter, speak spanish, spanish, french, german, polish, arabic, mandarin,
  chinese, portuguese, italian, language skills, second language, foreign language, fluent, sign
  language, english
computer-skills: computer literate, computer skills, it skills, microsoft office, excel,
  spreadsheet, word, software package, computer, systems, database, digital, online, crm,
  technology, email, outlook, powerpoint, digital tools, tech savvy
money-handling < integrity detail: cash, cash handling, till, handle money, payment, payments,
  count the money, cash register, banking, petty cash, float, safe, takings, refund, balance the
  till, cashing up, change
records < detail: record, records, record keeping, keep records, log, logbook, notes, paperwork,
  forms, file, filing, report, reports, document, documentation, data entry, register, update
  records, database, charting, care notes, incident report, enter data
reporting < analysis records: report, reports, reporting, monthly report, weekly report,
  dashboard, kpi, figures, summary, summarise, summarize, metrics, statistics, present findings,
  findings
suppliers < persuading: supplier, suppliers, vendor, vendors, contractor, contract, purchase,
  purchasing, procurement, order, orders, third party, wholesaler, negotiate price, service
  provider, outsourc*, agency
hiring < managing-staff: hire, hired, hiring, recruit, recruited, recruitment, interview
  candidates, interviewed, candidate, job offer, build a team, built a team, grow the team, grew
  the team, talent, selection panel
project-work < planning deadlines: project, project management, project manager, managed the
  project, deliver, delivered, delivery, scope, milestone, launch, launched, implementation,
  implement, implemented, phase, rollout, go live, programme, initiative launched, manage
  projects, lead project, led a project
events-work < planning: event, events, conference, wedding, party, organise event, organised an
  event, venue, fundraiser, open day, exhibition, workshop day, celebration, ceremony, festival
physical < dependable: lift, lifting, heavy, physical, physically, stamina, on my feet, on your
  feet, outdoors, all weather, manual handling, standing, climb, fit, strength, carry, carried,
  manual work
technical-help < problem-solving: support, technical support, help users, user support, it
  problem, computer problem, explain technical, technical issue, troubleshoot, ~user, ~ticket, not
  working, broken, set up
community < relationships: community, local community, outreach, volunteer, volunteered,
  volunteering, charity, neighbourhood, neighborhood, residents, social impact, engagement, public
  engagement, civic, give back, awareness, beneficiaries
safeguarding < integrity empathy: safeguarding, safeguard, abuse, neglect, vulnerable, child
  protection, at risk, raise concern, raised concern, concern about, disclosure, disclosed,
  whistle, welfare, protect, bruise, dbs, duty of care
remote-work < independent communication: remote, remotely, work from home, home office, time zone,
  time zones, distributed team, hybrid, video call, offshore, global team, virtual team, zoom,
  slack
"""
