"""Words of office work: administration, money, people, law, projects.

The form of the text is described in `rebound_desktop.core.lexicon`.
"""

TEXT = """
@office | reception 0.7, hr 0.4, finance 0.35, publicservice 0.4, legal 0.3, events 0.3,
  customerservice 0.35
administration: ~administrator, ~administrative, ~administration, ~admin, clerical, clerk, office
  manager, office assistant, ~office, ~filing, ~file, ~paperwork, photocop*, ~scan, ~form,
  ~archive, ~letter, correspondence, data entry, ~typing, ~mail, office supplies, stationery,
  secretary, secretarial, ~record
assistant: executive assistant, personal assistant, ~pa, ~ea, virtual assistant, diary management,
  ~calendar, ~diary, ~boss, travel arrangement, book travel, ~flight, expense report, ~expenses,
  gatekeeper, chief of staff, ~executive, ~inbox, ~errand, ~household, ~ceo, board paper,
  ~director, concierge
meetings: ~minutes, ~meeting, ~agenda, take minutes, board meeting, schedule meeting, meeting
  room, ~invite, ~committee, ~action log, video call, conference call
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
  xero, ~sage, ~entry
invoices: invoice, invoicing, ~payment, overdue, ~supplier, ~billing, expense claim, credit
  control, ~collections, debt, credit note, ~receipt, purchase ledger, sales ledger, overpaid,
  ~remittance
payroll: payroll, payslip, ~salary payment, ~wage, ~timesheet, ~overtime pay, pension
  contribution, ~tax
budgets: ~budget, ~budgeting, ~forecast, financial planning, variance, ~cost control, cash flow,
  fp&a, financial model, ~p&l, ~profit, ~profitability, ~margin, ~spend, ~overspend, financial
  analyst
audit: ~auditor, ~audit, internal control, sox, ~fraud, ~evidence, audit finding, ~sample,
  external auditor, ~discrepancy, misstatement
tax: ~tax, ~vat, tax return, hmrc, irs, ~filing, corporate tax
investing: ~investment, investor, ~portfolio, ~trading, ~trader, ~equity, hedge, asset management,
  due diligence, valuation, ~merger, ~acquisition, private equity, ~stock market, wealth, ~fund

@insurance | finance 0.5, customerservice 0.35, legal 0.3, sales 0.3
banking: ~bank, ~banking, teller, loan, mortgage, ~credit, ~account holder, branch manager,
  financial adviser, financial advisor, kyc, money laundering, aml, ~lending, credit card,
  ~withdraw, ~deposit
claims: insurance, ~claim, claims handler, adjuster, policyholder, underwrit*, actuar*, ~premium,
  ~policy, broker, ~settle, loss adjuster, ~payout

@hr | office 0.4, education 0.2, legal 0.25, consulting 0.25
human-resources: human resources, hr, hr manager, hr business partner, personnel, people team,
  people operations, employee relations, ~employee, hr advisor, hris, ~policy, staff handbook
recruiting: ~recruit, ~recruiter, ~recruitment, ~hiring, ~hire, talent acquisition, ~candidate,
  ~interview, job offer, ~vacancy, shortlist, sourcing candidate, headhunt*, job posting,
  ~applicant, ~onboarding
employee-matters: grievance, disciplinary, ~absence, ~sickness, performance review, appraisal,
  ~dismiss*, redundancy, employment law, ~misconduct, mediation, exit interview, ~turnover,
  employee engagement, ~wellbeing, maternity, ~union, ~payroll, benefits administration
staff-development: learning and development, training needs, ~training, ~onboarding, ~induction,
  ~succession, talent development, career development, staff training, ~workshop, development plan

@legal | publicservice 0.35, insurance 0.3, finance 0.25, office 0.3
law: lawyer, solicitor, attorney, paralegal, ~legal, litigation, contract law, court, barrister,
  ~judge, case law, ~case, legal advice, law firm, deposition, ~client, ~draft, counsel, trial
  preparation, ~evidence, legal secretary, conveyancing, notary
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
  go live
business-analysis: business analyst, requirements gathering, ~requirement, process map*, as-is,
  gap analysis, functional specification, user acceptance, uat, business case, ~workflow, business
  process, feasibility, ~specification
advising: ~consultant, ~consulting, ~consultancy, client engagement, ~advisory, ~recommendation,
  ~deck, management consulting, ~client, engagement manager, ~workshop, ~slide, strategy project,
  ~assessment
operations: operations manager, ~operations, ~operational, business operations, ~process,
  continuous improvement, ~efficiency, sop, operating procedure, ~kpi, back office, ~workflow,
  turnaround time
strategy: ~strategy, ~strategic, ~vision, long term, business plan, ~growth, market entry,
  ~competitor, business model, entrepreneur, ~startup, ~founder, board of directors, ~direction,
  expansion, ~partnership
"""
