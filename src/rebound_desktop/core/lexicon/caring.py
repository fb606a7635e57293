"""Words of work for people: health, care, children, teaching, research, public service.

The form of the text is described in `rebound_desktop.core.lexicon`.
"""

TEXT = """
@healthcare | care 0.6, research 0.25, emergency 0.4, pharmacy 0.5, reception 0.15, fitness 0.2
nursing: nurse, nursing, registered nurse, rn, ward, ~sister, ~matron, healthcare assistant, hca,
  nhs, lpn, cna, midwife, staff nurse, ~bedside, nursing care, icu, intensive care, emergency
  department, a&e, cardiac, oncology, surgical, theatre nurse, pediatric, paediatric, nursing
  home, nurse practitioner, shift handover, ward round, midwives, labour ward, newborn, pregnant,
  birth, nurse in charge, charge nurse, student nurse, palliative nurse, district nurse, nurses
  station, er, emergency room, maternity ward, icu nurse, operating theatre, operating room
patients: patient, hospital, clinic, clinical, ~bed, ~discharge, patient safety, patient care,
  bedside manner, inpatient, outpatient, ~admission, gp, surgery, medical, health care,
  healthcare, doctor, physician, consultant doctor, ~consent, ~relatives, ~family, hospitals,
  specialist, ~appointment, waiting list, ~relative, medical team, doctor's surgery, nhs trust,
  medical ward, ~bedside
treatment: medication, ~medicine, dose, drug chart, ~injection, wound, blood pressure, vital
  signs, ~observation, iv, infusion, catheter, diagnosis, ~treatment, ~symptom, ~pain, care plan,
  sepsis, deteriorat*, cannula, administer, infection control, ~fall, ~stroke, genetic, genomic,
  ~trial, ~blood, ~test result, triage, ~assessment, resuscitat*, cpr, pulse, oxygen, drip,
  ventilator, stitches, bleeding, blood sugar, insulin, diabetic, seizure, heart attack,
  collapsed, morphine, antibiotic, breathing, ~temperature, unresponsive, bandage, allergic
  reaction, panic attack, ~tablet, cancer, chemotherapy, tumour
therapy: therapist, physiotherap*, occupational therap*, psycholog*, ~counsel*, speech therap*,
  rehabilitat*, mental health, therapy, psychiatr*, dietitian, ~session, ~anxiety, ~depression,
  suicid*, addiction, crisis line, trauma
dental-imaging: dentist, dental, hygienist, radiograph*, x-ray, mri, ultrasound, optician,
  optometr*, ~scan, sonograph*, teeth, tooth, filling, braces, gum, denture, dental chair, ~mouth,
  crown, eye test
health-records: medical record, patient record, electronic health, medical secretary, medical
  coding, icd, ~chart, hipaa, health insurance claim, ~confidential, medical receptionist,
  referral letter, clinic letter, ehr, epic system

@pharmacy | healthcare 0.5, retail 0.3, research 0.2
dispensing: pharmacy, pharmacist, prescription, dispens*, pharmacy technician, ~drug, over the
  counter, ~dosage, controlled drug, ~scripts, tablets, pills, blister pack, interaction,
  pharmacies, pharmacy assistant

@care | healthcare 0.6, childcare 0.4, socialwork 0.6, cleaning 0.15
caring: carer, caregiver, care worker, care home, care assistant, support worker, elderly, older
  people, resident, dementia, alzheimer*, ~old man, ~old lady, ~grandmother, personal care, home
  care, domiciliary, ~disabled, disability, learning disabilit*, ~dignity, wheelchair,
  companionship, palliative, end of life, hospice, assisted living, ~feeding, ~bathing, ~toilet,
  ~dressing, ~mobility, hoist, service user, vulnerable adult, independent living, autism, ~meal,
  ~walk, ~lonely, moving and handling, respite, daily living, bath, incontinence, walking frame,
  ~tea, ~daughter, life story, ~memory, old people, elderly man, elderly woman, old gentleman,
  ~feed, ~fall, care plan, his wife died, sheltered housing, special care, ~dress, nursing home
  resident

@socialwork | care 0.6, childcare 0.4, publicservice 0.4, fundraising 0.35, education 0.3,
  healthcare 0.3
social-work: social worker, social work, safeguarding, case worker, caseworker, caseload, ~foster,
  homeless, ~refugee, youth worker, ~vulnerable, domestic abuse, child protection, ~abuse,
  ~probation, community work*, outreach worker, ~shelter, family support, ~substance, ~benefits
  claim, advocacy, ~crisis, ~welfare, youth club, young people, ~neglect, ~court order, asylum,
  food bank, home visit, care leaver, rough sleeper, ~sober, ~teen, teenager, ~gang, ~custody,
  social services, ~mum, family court, ~visit, parenting, youth work, key work, support plan,
  benefits advice, ~addict, young person

@childcare | education 0.6, care 0.4, socialwork 0.4
young-children: nursery, childcare, child, children, toddler, baby, babysit*, nanny, au pair,
  early years, kindergarten, preschool, daycare, day care, eyfs, playground, ~parent, key worker,
  ~play, ~nap, ~toy, story time, after school, ~potty, ~tantrum, summer camp, camp counselor,
  ~scout, ~kids, little boy, little girl, toddlers, sandpit, crayons, nap time, circle time,
  ~snack, playgroup, little one, diaper, nappy, ~mum, ~toys, kids club, nursery school, nursery
  room, ~sand, children's

@education | childcare 0.6, research 0.3, socialwork 0.3, hr 0.2, fitness 0.2, library 0.35
teaching: teacher, teach, teaching, school, classroom, pupil, ~lesson, lesson plan, curriculum,
  ~class, headteacher, tutor, tutoring, primary school, secondary school, high school, maths,
  math, ~reading, literacy, phonics, ~subject, teaching assistant, ~substitute, qts, ~year group,
  ~grade, homework, exam, ~marking, ofsted, gcse, ~term, esl, tefl, english teacher, science
  teacher, tutee, algebra, essay, quiz, test score, worksheet, whiteboard, recess, ~principal,
  semester, spelling, ks1, ks2, sats, form tutor, sixth form, grades, geometry, handwriting,
  school day, school trip, ~assembly, headmaster, staffroom, learning support
pupils: student, behaviour management, behavior management, classroom management, special needs,
  sen, iep, differentiat*, ~disruptive, ~engage, struggling student, parents evening, ~parent,
  ~progress, ~learner, ~inclusion, ~bully, ~attendance, ~exclusion, ~confidence, detention,
  attainment, student engagement, pastoral, parent meeting, shy student, ~tears, classroom
  behaviour, student progress, ~score, pupils, teenagers, special education, class of
higher-education: ~university, ~college, lecturer, professor, ~faculty, undergraduate, seminar,
  ~course, ~academic, student services, ~admissions, student advis*, campus, ~module,
  dissertation, supervis* student, lecture, teaching fellow, student affairs, ~degree programme,
  dorm, roommate, resident assistant, freshman, alumni, scholarship, lab partner, group project,
  student union, fraternity, ~internship, ~classmate, coursework, bachelor thesis, exchange
  student, study group, ~degree
instruct: instructional design, e-learning, elearning, training course, ~trainer, ~workshop,
  ~training, learning material, learning management, ~facilitat*, adult learning, course material,
  training programme, lms, train staff, ~onboarding, curriculum design

@research | education 0.3, healthcare 0.25, data 0.35, engineering 0.3, pharmacy 0.2
science: ~research, ~researcher, scientist, ~experiment, laboratory, lab, hypothesis, ~study,
  biology, chemistry, physics, biolog*, chemist, cell culture, pcr, ~sample, ~protocol, assay,
  microscop*, reagent, ~specimen, lab technician, ~instrument, gmp, glp, bench work, ~species,
  genetic*, molecular, biotech*, postdoc, environmental science, ecolog*, spectrometer,
  contaminat*, ~buffer, ~gel, negative control, control group, mice, incubator, centrifuge,
  pipette, dna, rna, sequencing, antibody, western blot, telescope, sediment, field sample, cell
  line, petri, ~culture, mass spectrometry, research project, research associate, research fellow,
  research team, experiments
publishing: publication, ~journal, ~paper, peer reviewed, conference paper, manuscript, literature
  review, ~grant, grant proposal, phd, thesis, ~funding, principal investigator, ethics committee,
  ~co-author, citation, ~abstract, poster presentation, publish a paper, journal article,
  conference talk, research paper, ~professor, literature, ~reviewers, supervisor meeting, ~lab
studies: clinical trial, participant, recruit participant, ~survey, questionnaire, interview
  participant, fieldwork, focus group, qualitative, quantitative, data collection, ~cohort, study
  protocol, informed consent, ~field work, social research, research assistant, respondents,
  interviews with, ~transcript, sampling, ~response rate, study participants, clinical study,
  ethics board, ethics approval, user study

@publicservice | legal 0.35, socialwork 0.4, office 0.4, finance 0.2, communications 0.3,
  fundraising 0.25, consulting 0.3
government: government, civil service, civil servant, council, local authority, municipal*, public
  sector, ministry, minister, ministerial, ~federal, state agency, ~department, public service,
  elected, parliament*, mayor, councillor, ~citizen, ~resident, taxpayer, city hall, ~public,
  civil servants, councillors, city council, county, local government, government department,
  public office, town council, ~vote
policy: ~policy, policy advis*, policy officer, ~briefing, legislation, ~regulation,
  ~consultation, white paper, public affairs, ~submission, lobby*, policy analysis, ~evidence,
  stakeholder consultation, ~reform, impact assessment, ~paper for, ministers, ~draft law,
  evidence review, ~minister, select committee, ~bill
casework: casework, case officer, benefit claim, ~claimant, job centre, jobcentre, work coach,
  immigration, passport, ~eligibility, ~appeal, ~licence, ~permit, inspector, ~inspection,
  ~application form, planning application, environmental health, enforcement, registrar, ~tax
  office, census, ~counter, benefit claims, ~claim form, visa case, passport office, ~case,
  benefit office, tax credit, unemployment, licensing, ~eligibility check

@emergency | healthcare 0.4, guarding 0.5, publicservice 0.3
emergency-services: police, ~officer, constable, firefighter, fire service, paramedic, ambulance,
  emt, emergency call, 911, 999, ~rescue, ~siren, arrest, crime, ~victim, first responder,
  ~patrol, ~suspect, investigat* crime, coast guard, search and rescue, ~smoke, evacuat*,
  tourniquet, radioed, ~crash, blue light, fire engine, ~hose, stretcher, custody, ~witness,
  burglary, handcuff, crime scene, 112, detective, ~crew, burning, police officer, fire station
military: ~military, army, navy, air force, soldier, sergeant, ~veteran, deployment overseas,
  ~squad, platoon, ~mission, officer cadet, regiment, ~unit, ~marine, night vision, commander,
  tour of duty, ~drill, weapon, convoy, ~base camp, barracks, cadet, naval, ~squadron

@guarding | emergency 0.5, facilities 0.35, retail 0.15, events 0.2
guard: security guard, security officer, door supervisor, bouncer, cctv, patrol, ~gate, intruder,
  ~alarm, trespass*, ~bag check, sia licence, access badge, ~night shift, night round, fire door,
  ~footprint, gatehouse, control room, security team, ~bag, checkpoint, night watch, crowd
  control, steward

@fundraising | marketing 0.3, events 0.35, socialwork 0.35, communications 0.3, publicservice
  0.25, sales 0.2
charity: charity, nonprofit, non-profit, ngo, fundraising, fundraiser, donor, donation,
  ~volunteer, ~volunteering, ~grant, ~appeal, ~cause, philanthrop*, volunteer coordinator, raise
  money, raised money, ~community group, ~sponsor, sponsorship, trustee, bake sale, ~beneficiary,
  social enterprise, alumni, pledge, gala, raffle, tombola, soup kitchen, foodbank, food bank,
  charity run, charity shop, our volunteers, the volunteers, volunteer team, recruit volunteers,
  fundraising team

@library | education 0.35, office 0.3, arts 0.3, research 0.25, customerservice 0.25
libraries: ~library, librarian, ~archive, archivist, museum, ~catalogue, ~catalog*, ~collection,
  gallery, curator, ~exhibit, ~book, reading group, heritage, ~borrow, reading room, overdue book,
  borrower, bookmobile, librarians, public library, branch library, school library, ~books,
  storytime, book club

@arts | design 0.4, communications 0.3, events 0.3
creative-arts: artist, ~music, musician, ~theatre, ~theater, actor, dance, ~film, photographer,
  photograph*, video editor, ~camera, ~concert, orchestra, choir, ~director, rehearsal, ~stage,
  ~audience, video production, ~producer, animation, sound engineer, ~broadcast*, ~costume,
  podcast, premiere, understudy, ~script, gig, album, canvas, ~shoot, ~lens, props, drummer,
  guitar, piano, violin, stage manager, ~scene, drama, school play, filming, video shoot, dancer,
  ~painting, exhibition opening, band practice, ~show
"""
