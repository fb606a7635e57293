"""Words of work for people: health, care, children, teaching, research, public service.

The form of the text is described in `rebound_desktop.core.lexicon`.
"""

TEXT = """
@healthcare | care 0.6, research 0.25, emergency 0.4, pharmacy 0.5, reception 0.15, fitness 0.2
nursing: nurse, nursing, registered nurse, rn, ward, ~sister, ~matron, healthcare assistant, hca,
  nhs, lpn, cna, midwife, staff nurse, ~bedside, nursing care, icu, intensive care, emergency
  department, a&e, cardiac, oncology, surgical, theatre nurse, pediatric, paediatric, nursing
  home, nurse practitioner, shift handover
patients: patient, hospital, clinic, clinical, ~bed, ~discharge, patient safety, patient care,
  bedside manner, inpatient, outpatient, ~admission, gp, surgery, medical, health care,
  healthcare, doctor, physician, consultant doctor, ~consent, ~relatives, ~family
treatment: medication, ~medicine, dose, drug chart, ~injection, wound, blood pressure, vital
  signs, ~observation, iv, infusion, catheter, diagnosis, ~treatment, ~symptom, ~pain, care plan,
  sepsis, deteriorat*, cannula, administer, infection control, ~fall, ~stroke, genetic, genomic,
  ~trial, ~blood, ~test result, triage, ~assessment, resuscitat*, cpr
therapy: therapist, physiotherap*, occupational therap*, psycholog*, ~counsel*, speech therap*,
  rehabilitat*, mental health, therapy, psychiatr*, dietitian, ~session, ~anxiety, ~depression,
  suicid*, addiction, crisis line, trauma
dental-imaging: dentist, dental, hygienist, radiograph*, x-ray, mri, ultrasound, optician,
  optometr*, ~scan, sonograph*
health-records: medical record, patient record, electronic health, medical secretary, medical
  coding, icd, ~chart, hipaa, health insurance claim, ~confidential, medical receptionist,
  referral letter, clinic letter, ehr, epic system

@pharmacy | healthcare 0.5, retail 0.3, research 0.2
dispensing: pharmacy, pharmacist, prescription, dispens*, pharmacy technician, ~drug, over the
  counter, ~dosage, controlled drug

@care | healthcare 0.6, childcare 0.4, socialwork 0.6, cleaning 0.15
caring: carer, caregiver, care worker, care home, care assistant, support worker, elderly, older
  people, resident, dementia, alzheimer*, ~old man, ~old lady, ~grandmother, personal care, home
  care, domiciliary, ~disabled, disability, learning disabilit*, ~dignity, wheelchair,
  companionship, palliative, end of life, hospice, assisted living, ~feeding, ~bathing, ~toilet,
  ~dressing, ~mobility, hoist, service user, vulnerable adult, independent living, autism, ~meal,
  ~walk, ~lonely, moving and handling, respite, daily living

@socialwork | care 0.6, childcare 0.4, publicservice 0.4, fundraising 0.35, education 0.3,
  healthcare 0.3
social-work: social worker, social work, safeguarding, case worker, caseworker, caseload, ~foster,
  homeless, ~refugee, youth worker, ~vulnerable, domestic abuse, child protection, ~abuse,
  ~probation, community work*, outreach worker, ~shelter, family support, ~substance, ~benefits
  claim, advocacy, ~crisis, ~welfare, youth club, young people, ~neglect, ~court order, asylum,
  food bank

@childcare | education 0.6, care 0.4, socialwork 0.4
young-children: nursery, childcare, child, children, toddler, baby, babysit*, nanny, au pair,
  early years, kindergarten, preschool, daycare, day care, eyfs, playground, ~parent, key worker,
  ~play, ~nap, ~toy, story time, after school, ~potty, ~tantrum, summer camp, camp counselor,
  ~scout, ~kids, little boy, little girl

@education | childcare 0.6, research 0.3, socialwork 0.3, hr 0.2, fitness 0.2, library 0.35
teaching: teacher, teach, teaching, school, classroom, pupil, ~lesson, lesson plan, curriculum,
  ~class, headteacher, tutor, tutoring, primary school, secondary school, high school, maths,
  math, ~reading, literacy, phonics, ~subject, teaching assistant, ~substitute, qts, ~year group,
  ~grade, homework, exam, ~marking, ofsted, gcse, ~term, esl, tefl, english teacher, science
  teacher
pupils: student, behaviour management, behavior management, classroom management, special needs,
  sen, iep, differentiat*, ~disruptive, ~engage, struggling student, parents evening, ~parent,
  ~progress, ~learner, ~inclusion, ~bully, ~attendance, ~exclusion, ~confidence, detention,
  attainment, student engagement, pastoral
higher-education: ~university, ~college, lecturer, professor, ~faculty, undergraduate, seminar,
  ~course, ~academic, student services, ~admissions, student advis*, campus, ~module,
  dissertation, supervis* student, lecture, teaching fellow, student affairs, ~degree programme
instruct: instructional design, e-learning, elearning, training course, ~trainer, ~workshop,
  ~training, learning material, learning management, ~facilitat*, adult learning, course material,
  training programme, lms, train staff, ~onboarding, curriculum design

@research | education 0.3, healthcare 0.25, data 0.35, engineering 0.3, pharmacy 0.2
science: ~research, ~researcher, scientist, ~experiment, laboratory, lab, hypothesis, ~study,
  biology, chemistry, physics, biolog*, chemist, cell culture, pcr, ~sample, ~protocol, assay,
  microscop*, reagent, ~specimen, lab technician, ~instrument, gmp, glp, bench work, ~species,
  genetic*, molecular, biotech*, postdoc, environmental science, ecolog*, spectrometer,
  contaminat*
publishing: publication, ~journal, ~paper, peer reviewed, conference paper, manuscript, literature
  review, ~grant, grant proposal, phd, thesis, ~funding, principal investigator, ethics committee,
  ~co-author, citation, ~abstract, poster presentation
studies: clinical trial, participant, recruit participant, ~survey, questionnaire, interview
  participant, fieldwork, focus group, qualitative, quantitative, data collection, ~cohort, study
  protocol, informed consent, ~field work, social research, research assistant

@publicservice | legal 0.35, socialwork 0.4, office 0.4, finance 0.2, communications 0.3,
  fundraising 0.25, consulting 0.3
government: government, civil service, civil servant, council, local authority, municipal*, public
  sector, ministry, minister, ministerial, ~federal, state agency, ~department, public service,
  elected, parliament*, mayor, councillor, ~citizen, ~resident, taxpayer, city hall
policy: ~policy, policy advis*, policy officer, ~briefing, legislation, ~regulation,
  ~consultation, white paper, public affairs, ~submission, lobby*, policy analysis, ~evidence,
  stakeholder consultation, ~reform, impact assessment
casework: casework, case officer, benefit claim, ~claimant, job centre, jobcentre, work coach,
  immigration, passport, ~eligibility, ~appeal, ~licence, ~permit, inspector, ~inspection,
  ~application form, planning application, environmental health, enforcement, registrar, ~tax
  office, census

@emergency | healthcare 0.4, guarding 0.5, publicservice 0.3
emergency-services: police, ~officer, constable, firefighter, fire service, paramedic, ambulance,
  emt, emergency call, 911, 999, ~rescue, ~siren, arrest, crime, ~victim, first responder,
  ~patrol, ~suspect, investigat* crime, coast guard, search and rescue, ~smoke, evacuat*
military: ~military, army, navy, air force, soldier, sergeant, ~veteran, deployment overseas,
  ~squad, platoon, ~mission, officer cadet, regiment, ~unit, ~marine

@guarding | emergency 0.5, facilities 0.35, retail 0.15, events 0.2
guard: security guard, security officer, door supervisor, bouncer, cctv, patrol, ~gate, intruder,
  ~alarm, trespass*, ~bag check, sia licence, access badge, ~night shift

@fundraising | marketing 0.3, events 0.35, socialwork 0.35, communications 0.3, publicservice
  0.25, sales 0.2
charity: charity, nonprofit, non-profit, ngo, fundraising, fundraiser, donor, donation,
  ~volunteer, ~volunteering, ~grant, ~appeal, ~cause, philanthrop*, volunteer coordinator, raise
  money, raised money, ~community group, ~sponsor, sponsorship, trustee, bake sale, ~beneficiary,
  social enterprise

@library | education 0.35, office 0.3, arts 0.3, research 0.25, customerservice 0.25
libraries: ~library, librarian, ~archive, archivist, museum, ~catalogue, ~catalog*, ~collection,
  gallery, curator, ~exhibit, ~book, reading group, heritage, ~borrow

@arts | design 0.4, communications 0.3, events 0.3
creative-arts: artist, ~music, musician, ~theatre, ~theater, actor, dance, ~film, photographer,
  photograph*, video editor, ~camera, ~concert, orchestra, choir, ~director, rehearsal, ~stage,
  ~audience, video production, ~producer, animation, sound engineer, ~broadcast*, ~costume,
  podcast
"""
