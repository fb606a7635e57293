"""Words of office work: administration, money, people, law, projects.

The form of the text is described in `rebound_desktop.core.lexicon`.
"""

TEXT = """
@office | reception 0.7, hr 0.4, finance 0.35, publicservice 0.4, legal 0.3, events 0.3,
  customerservice 0.35
administration: ~administrator, ~administrative, ~administration, ~admin, clerical, clerk, office
  manager, office assistant, ~office, ~filing, ~file, ~paperwork, photocop*, ~scan, ~form,
  ~archive, ~letter, correspondence, data entry, ~typing, ~mail, office supplies, stationery,
  secretary, secretarial, ~record, enrolment form, enrollment form, photocopier, copier, mail
  merge, envelope, ~letters, filing cabinet, stationery cupboard, post room, ~mailing, office
  work, office staff, office administrator, office administration, admin assistant, admin work,
  admin team, spreadsheet of, ~forms, our office
assistant: executive assistant, personal assistant, ~pa, ~ea, virtual assistant, diary management,
  ~calendar, ~diary, ~boss, travel arrangement, book travel, ~flight, expense report, ~expenses,
  gatekeeper, chief of staff, ~executive, ~inbox, ~errand, ~household, ~ceo, board paper,
  ~director, concierge, dinner reservation, travel booking, hotel booking, flight booking, ~gift,
  executive's, my employer, principals, board pack, travel plans, his calendar, her calendar, my
  boss's, ~employers
meetings: ~minutes, ~meeting, ~agenda, take minutes, board meeting, schedule meeting, meeting
  room, ~invite, ~committee, ~action log, video call, conference call, took minutes, meeting
  minutes, meeting notes, ~slides, ~calendar invite, arrange meeting, town hall
office-software: microsoft office, ms office, word processing, ~powerpoint, ~outlook, google
  workspace, sharepoint, ~excel, ~word, microsoft teams, ~zoom, office suite
office-order: filing system, ~organise, ~tidy, ~shared drive, ~folder, ~template, ~database,
  ~spreadsheet, office move, document management, ~system, keep track
procurement: procurement, ~purchasing, purchase order, buyer, ~supplier, ~vendor, ~sourcing,
  tender, ~contract, ~quote, ~price negotiation, ~cost, ~rfp, ~supply, vendor management

@finance | insurance 0.5, office 0.35, data 0.25, legal 0.25, consulting 0.3
accounting: accountant, ~accounting, ~accounts, bookkeep*, ledger, general ledger, month end, year
  end, balance sheet, financial statement, ~close, journal entry, accounts payable, accounts
  receivable, reconciliation, reconcile, ~balance, cpa, acca, aat, gaap, ifrs, ~audit, quickbooks,
  xero, ~sage, ~entry, accountants, accrual, trial balance, financial reporting, bank
  reconciliation, fixed assets, ~bookkeeping, management accounts, financial accounts, closing the
  books, accounts team, accounts assistant, accounts office, journal entries, financial
  controller, cfo
invoices: invoice, invoicing, ~payment, overdue, ~supplier, ~billing, expense claim, credit
  control, ~collections, debt, credit note, ~receipt, purchase ledger, sales ledger, overpaid,
  ~remittance, billed, overcharged, duplicate invoice, supplier statement, payment run, late
  payment, ~reminder, double paid, charged twice, accounts department
payroll: payroll, payslip, ~salary payment, ~wage, ~timesheet, ~overtime pay, pension
  contribution, ~tax
budgets: ~budget, ~budgeting, ~forecast, financial planning, variance, ~cost control, cash flow,
  fp&a, financial model, ~p&l, ~profit, ~profitability, ~margin, ~spend, ~overspend, financial
  analyst, cost centre, cost center, budget holder, annual budget, ~savings
audit: ~auditor, ~audit, internal control, sox, ~fraud, ~evidence, audit finding, ~sample,
  external auditor, ~discrepancy, misstatement
tax: ~tax, ~vat, tax return, hmrc, irs, ~filing, corporate tax, tax office, tax advis*, tax season
investing: ~investment, investor, ~portfolio, ~trading, ~trader, ~equity, hedge, asset management,
  due diligence, valuation, ~merger, ~acquisition, private equity, ~stock market, wealth, ~fund,
  hedge fund, trading desk, ~deal, ~pitch book, analyst report, investment bank, ~client
  portfolio, pension fund, ~shares

@insurance | finance 0.5, customerservice 0.35, legal 0.3, sales 0.3
banking: ~bank, ~banking, teller, loan, mortgage, ~credit, ~account holder, branch manager,
  financial adviser, financial advisor, kyc, money laundering, aml, ~lending, credit card,
  ~withdraw, ~deposit, savings, scam, withdrawal, cash machine, atm, overdraft, direct debit,
  standing order, bank teller, bank clerk, bank account, interest rate, bank branch, bank
  customer, credit score
claims: insurance, ~claim, claims handler, adjuster, policyholder, underwrit*, actuar*, ~premium,
  ~policy, broker, ~settle, loss adjuster, ~payout, insured, insurer, claim form, ~damage, car
  accident claim, ~assessor, policy holder, claims team, flood damage

@hr | office 0.4, education 0.2, legal 0.25, consulting 0.25
human-resources: human resources, hr, hr manager, hr business partner, personnel, people team,
  people operations, employee relations, ~employee, hr advisor, hris, ~policy, staff handbook, hr
  department, hr team, hr generalist, people manager, hr officer, hr assistant
recruiting: ~recruit, ~recruiter, ~recruitment, ~hiring, ~hire, talent acquisition, ~candidate,
  ~interview, job offer, ~vacancy, shortlist, sourcing candidate, headhunt*, job posting,
  ~applicant, ~onboarding, cvs, cv, scorecard, job ad, reference check, offer letter, interview
  panel, ~shortlisted, recruiting team, hiring manager, recruitment agency, recruit new staff,
  campus recruiting
employee-matters: grievance, disciplinary, ~absence, ~sickness, performance review, appraisal,
  ~dismiss*, redundancy, employment law, ~misconduct, mediation, exit interview, ~turnover,
  employee engagement, ~wellbeing, maternity, ~union, ~payroll, benefits administration
staff-development: learning and development, training needs, ~training, ~onboarding, ~induction,
  ~succession, talent development, career development, staff training, ~workshop, development plan

@legal | publicservice 0.35, insurance 0.3, finance 0.25, office 0.3
law: lawyer, solicitor, attorney, paralegal, ~legal, litigation, contract law, court, barrister,
  ~judge, case law, ~case, legal advice, law firm, deposition, ~client, ~draft, counsel, trial
  preparation, ~evidence, legal secretary, conveyancing, notary, bundle, hearing, affidavit,
  plaintiff, defendant, legal aid, contract review, legal team, legal research, court order,
  lawsuit, ~discovery, case file, legal department, witness statement, ~brief
regulation: ~compliance, ~regulator, ~regulatory, ~regulation, fca, sec filing, ~policy, code of
  conduct, gdpr, data protection, ~privacy, ~risk, compliance officer, ~breach, sanctions,
  whistleblow*, ~license
contracts: ~contract, ~clause, ~agreement, terms and conditions, nda, ~negotiate, intellectual
  property, patent, trademark, ~sign

@consulting | finance 0.3, software 0.2, publicservice 0.3, hr 0.25, manufacturing 0.15
project-management: project manager, project management, project plan, pmo, programme manager,
  program manager, ~milestone, gantt, prince2, pmp, ~scope, ~project, project coordinator,
  ~delivery, workstream, risk register, raid log, ~dependency, ~timeline, scope creep,
  ~stakeholder, project delivery, cross functional project, steering committee, ~phase, kick off,
  go live, project lead, project team, status report, project board, ~sponsor, kick off meeting,
  delayed project, ~launch date, project deadline, large project, ~rollout
business-analysis: business analyst, requirements gathering, ~requirement, process map*, as-is,
  gap analysis, functional specification, user acceptance, uat, business case, ~workflow, business
  process, feasibility, ~specification
advising: ~consultant, ~consulting, ~consultancy, client engagement, ~advisory, ~recommendation,
  ~deck, management consulting, ~client, engagement manager, ~workshop, ~slide, strategy project,
  ~assessment, slide deck, ~options, client board, consulting team, consulting project, case team,
  ~interviewed, our consultants
operations: operations manager, ~operations, ~operational, business operations, ~process,
  continuous improvement, ~efficiency, sop, operating procedure, ~kpi, back office, ~workflow,
  turnaround time
strategy: ~strategy, ~strategic, ~vision, long term, business plan, ~growth, market entry,
  ~competitor, business model, entrepreneur, ~startup, ~founder, board of directors, ~direction,
  expansion, ~partnership, ~five year, business unit, ~expand, new market, ~investors, strategy
  team, business strategy, company strategy
"""
