"""Words of technical work: software, data, running systems, security, engineering.

The form of the text is described in `rebound_desktop.core.lexicon`.
"""

TEXT = """
@software | infrastructure 0.6, data 0.5, security 0.4, itsupport 0.3, design 0.2, engineering 0.2
programming: software, developer, programmer, coder, coding, code, codebase, ~development,
  ~engineer, software engineer, full stack, fullstack, write code, programming language,
  ~implement, sde, swe, ~app, ~repo, ~module, software development, ~script, ~library, ~function,
  ~algorithm, web application, ~feature, software team, software project, engineering team,
  backend team, ~technical, dev team, devs, ~dev
languages: java, python, javascript, typescript, golang, c++, c#, ~.net, dotnet, php, ruby, rails,
  kotlin, scala, ~rust, ~swift, ~node, nodejs, spring boot, django, flask, asp, perl, ~script,
  html, css
frontend: front end, frontend, react, angular, vue, web page, website, web app, browser, ~ui, user
  interface, jquery, redux, ~responsive, ~component, single page, web developer, localization
backend: back end, backend, server side, endpoint, ~service, controller, business logic, ~gateway
api: api, ~rest, restful, graphql, grpc, web service, webhook, soap, json, xml, http, third party
  api, ~integration, ~integrate, sdk, swagger, openapi, third party service, ~payload, ~request,
  ~response, http call, rate limit, ~client library
microservices: microservice, distributed system, service oriented, ~event driven, kafka, rabbitmq,
  message queue, ~queue, pub sub, asynchronous, monolith, loosely coupled, event bus, ~tenant
architecture: architect, architecture, ~design, system design, software design, design pattern,
  technical design, ~scalable, scalability, ~scale, proof of concept, ~prototype, ~trade off, tech
  stack, high availability, ~throughput, domain model, solution design, modular, ~optimal solution
testing: unit test, integration test, test case, automated test, qa, tester, junit, pytest,
  selenium, cypress, tdd, test driven, regression, test coverage, test plan, ~test, quality
  assurance, ~mock, bug report, test environment, test data, test script, test engineer,
  exploratory, test suite, integration tests, flaky, test automation, end to end test, load test,
  smoke test
debugging: bug, debug, debugging, defect, stack trace, fix the bug, bugfix, ~issue, hotfix,
  ~crash, ~exception, null pointer, ~reproduce, memory leak, race condition, error message, edge
  case, workaround, ~froze, ~freeze, timeout, off by one, null, logs showed, infinite loop,
  ~breakpoint, core dump, ~broken, segfault, production bug
code-review: code review, pull request, merge request, peer review, pair programming, ~reviewer,
  coding standard, clean code, ~refactor, technical debt, tech debt, ~best practice
versions: git, github, gitlab, bitbucket, svn, ~branch, ~merge, ~commit, repository, version
  control, repo, commit hook, merge conflict, code freeze, feature branch
agile: agile, scrum, sprint, kanban, standup, backlog, user story, retrospective, jira, product
  owner, ~iteration, story point, ~grooming, scrum master, sprint planning, safe agile, ~demo,
  sprint review, ~velocity, story points, ~squad, scrum team, daily standup
performance: latency, response time, ~performance, ~optimize, ~optimization, slow query, load
  time, cache, caching, redis, ~bottleneck, ~faster, ~slow, ~profiling, ~throughput, millisecond,
  ~load, speed up, ~optimal, ~complexity
legacy: legacy, migrate, migration, ~rewrite, moderniz*, modernis*, ~upgrade, old system,
  deprecat*, backward compatible, ~replace, decommission
release: deploy, deployment, ~release, ~production, ~rollout, roll out, roll back, rollback, go
  live, ~launch, ~ship, ~staging, feature flag, ~version, mvp, minimum viable product, production
  environment
mobile: android, ios, mobile app, ~mobile, iphone, app store, flutter, react native, ~app,
  ~device, crash rate, main thread, push notification, old phones, app crash, ~screen
auth: authentication, authorization, oauth, single sign on, sso, login, ~user account, jwt,
  ~token, verify user, ~credentials, ~session
machine-learning: machine learning, deep learning, neural, nlp, ai, artificial intelligence, llm,
  training data, ~model, ~prediction, predictive, computer vision, recommender, tensorflow,
  pytorch, genai, ~inference, chatbot, ~prompt, leakage, training set, auc, ~precision, recall,
  classifier, overfit, dataset, gradient, feature engineering, model accuracy, hyperparameter,
  embedding, fine tune, data science, churn model
payments: ~payment, checkout, billing system, payment gateway, ~transaction, ~wallet, blockchain,
  fintech, ~token, smart contract, nft
technical-leading: tech lead, technical lead, lead engineer, engineering manager, lead developer,
  staff engineer, principal engineer, senior engineer, technical direction, cto
technical-writing: technical documentation, readme, wiki, confluence, technical specification,
  ~document, runbook, developer documentation, design document, rfc, knowledge base
games: game developer, ~unity, ~unreal, ~game, gameplay, shader, rendering

@data | software 0.5, infrastructure 0.4, finance 0.2, research 0.35, marketing 0.15
sql: sql, mysql, postgres, postgresql, oracle, sql server, tsql, plsql, stored procedure, ~query,
  ~table, ~join, ssis, ssrs, ~view, ~trigger, nosql, mongodb, ~cursor, sqlite, ~select, dynamodb,
  ~row, sql query, ~where clause, left join, group by, update statement, ~rows, delete statement,
  ~tables
database: database, dba, db, ~index, schema, data model, database design, normalization,
  replication, backup and restore, ~lock, ~primary key, query plan, ~partition, deadlock, query
  tuning, ~record, database performance, transaction log, ~column, lock table, ~constraint,
  foreign key, ~vacuum, database server, explain plan, database team, query performance, ~restore,
  dbas
data-pipelines: etl, elt, data pipeline, ~pipeline, data warehouse, data lake, airflow, spark,
  hadoop, snowflake, bigquery, redshift, dbt, ingest, ~batch job, data engineer, databricks,
  ~streaming, data platform, ~batch, data migration
analytics: data analyst, data analysis, analytics, ~dashboard, power bi, tableau, looker, ~kpi,
  ~metric, business intelligence, bi, data visual*, ~insight, ~report, ~reporting, a/b test,
  ~trend, ~segment, visualization, ~chart, funnel analysis, ad hoc report, ~numbers, conversion
  funnel, cohort, ~churn, sales report, monthly figures, root mean, key figures, reporting tool,
  ~excel report
statistics: statistics, statistical, statistician, regression model, ~forecast, ~forecasting, data
  science, data scientist, hypothesis test, ~r language, sas, spss, stata, pandas, jupyter,
  ~probability, ~sample size
data-quality: data quality, data cleaning, cleanse, duplicate record, ~validation, ~accuracy,
  reconcil*, data governance, master data, data entry, ~missing value, data integrity,
  ~inconsistent, data steward
spreadsheets: ~excel, ~spreadsheet, pivot table, vlookup, macro, vba, google sheets, ~formula

@infrastructure | software 0.6, itsupport 0.5, security 0.5, data 0.4
cloud: cloud, aws, azure, gcp, google cloud, ec2, s3, lambda, serverless, iam, ~account, vpc,
  cloud native, saas, iaas, cloudwatch, ~bucket, cloud account, landing zone, cloudfront, kms,
  ~region, iam role, ~production account, resource group, cloud migration
devops: devops, ci/cd, ci cd, continuous integration, continuous delivery, jenkins, build server,
  build pipeline, github actions, platform engineer*, ~automation, release engineer, developer
  platform
containers: docker, kubernetes, k8s, ~container, helm, openshift, ~pod, ~cluster, orchestration,
  ecs
infra-code: terraform, ansible, puppet, chef cookbook, cloudformation, infrastructure as code,
  ~provision, configuration management, bash, shell script, powershell, ~cron, ~module, playbook,
  pipeline as code, immutable
monitoring: monitoring, observability, prometheus, grafana, datadog, splunk, ~alert, ~alerting,
  logging, ~log, telemetry, new relic, ~elk, ~dashboard, kibana, pagerduty
incidents: ~incident, outage, downtime, on call, on-call, postmortem, post mortem, root cause,
  sre, site reliability, ~reliability, production issue, went down, ~recover, ~restore, failover,
  sla, blackout, ~crashed, ~severity, war room, disaster recovery, disk full, site was down,
  paged, pager, restarted, ~memory, ~cpu, corrupt, status page, ~alarm, 3am, took the site down,
  restore service, service down, blameless
linux: linux, unix, ubuntu, sysadmin, system administrator, systems administration, windows
  server, virtualiz*, vmware, virtual machine, ~server, ~kernel, redhat, ~storage, exchange
  server, ~backup, disk, ~swap, ssh, filesystem, cron job, ~root
networks: network engineer, ~networking, router, ~switch, firewall, dns, tcp, vpn, lan, wan,
  cisco, ~network, load balancer, bandwidth, ~proxy, subnet, wifi, ethernet, ip address, server
  room, access point, ~ping, ~cable, packet
cloud-cost: cloud cost, cost optimiz*, reduce cost, ~cost saving, finops, unused resource,
  ~savings, rightsiz*, ~bill, reserved instance, ~idle

@security | infrastructure 0.5, software 0.4, itsupport 0.3, legal 0.2
cybersecurity: cybersecurity, cyber, information security, security engineer, security analyst,
  soc, infosec, penetration test, pentest, siem, ethical hack*, ~hacker, malware, ransomware,
  encryption, api key, secrets, zero day, credential leak, leaked, hacked, attacker, security
  team, threat hunting, honeypot, certificate expired
vulnerabilities: vulnerability, cve, ~patch, ~patching, security patch, ~exploit, xss, sql
  injection, ~threat, phishing, security incident, data breach, ~breach, security review, threat
  model
access-rights: access control, ~permission, ~privilege, least privilege, ~role, identity
  management, ~excessive, access review, active directory, iam policy, password, mfa, ~policy
security-rules: iso 27001, soc 2, pci, gdpr, security audit, security awareness, data protection,
  ~risk assessment, ~audit, ~compliance, security policy, data leak, ~compliance check, auditors,
  access log, ~certification

@itsupport | infrastructure 0.5, customerservice 0.45, software 0.3, office 0.25
helpdesk: help desk, helpdesk, it support, service desk, technical support, support ticket,
  ~ticket, desktop support, first line, second line, tier 1, tier 2, ~user, end user, it
  technician, itil, servicenow, support desk, ticket queue, ticketing, support request, it team,
  it department, service request, it desk, sla
devices: laptop, printer, workstation, ~hardware, desktop computer, pc, monitor screen, install
  software, ~imaging, peripherals, ~install, office 365, ~outlook, ~email account, mobile device,
  windows 10, ~setup, ~tablet, docking station, projector, usb, ~screen, keyboard, ~cable,
  headset, ~monitor, phones, software installation
user-trouble: troubleshoot, troubleshooting, ~diagnose, ~resolve, reset password, remote support,
  ~technical issue, not working, ~computer, blue screen, technical problem, ~reboot, ~escalat*,
  ~frozen, locked out, ~slow computer, could not log in, cannot print, ~vpn, remote desktop,
  ~virus
product-support: customer support engineer, support engineer, technical account, implementation
  specialist, onboard customer, ~customer issue, product support, knowledge article, erp, sap,
  ~configure

@engineering | manufacturing 0.55, trades 0.4, software 0.25, research 0.3, construction 0.4
mechanical: mechanical engineer*, cad, solidworks, autocad, ~design, ~tolerance, ~drawing, ~part,
  machine design, ~prototype, finite element, hvac, thermal, catia, mechanical, ~bracket, heat
  sink, overheated, ~simulation, vibration, ~bearing, shaft, gears, ~chamber, stress test, torque,
  ~pump, machine part, assembly drawing, design review
electrical: electrical engineer*, circuit, pcb, electronics, plc, embedded, firmware, sensor,
  ~voltage, microcontroller, fpga, ~wiring, ~power, oscilloscope, scada, solder*, robotics,
  automation engineer, heat sink, ~signal, breadboard, schematic, ~battery, test bench, wiring
  harness
civil: civil engineer*, structural, ~bridge, drainage, ~survey, surveyor, ~concrete, highway, road
  design, geotechnical, bim, revit, ~load bearing, infrastructure project, quantity surveyor
process-engineering: process engineer*, chemical engineer*, ~commissioning, ~plant, reactor,
  ~yield, refinery, oil and gas, ~pump, p&id, ~energy, renewable, solar, wind farm, ~turbine,
  power station, ~utilities
engineering-quality: reliability engineer, failure analysis, fmea, test engineer, validation
  engineer, ~specification, ~requirement, ~standards, root cause analysis, corrective action,
  product engineer, field engineer

@design | marketing 0.4, software 0.3, communications 0.3, arts 0.4
ux: ux, user experience, usability, wireframe, figma, user research, ~prototype, ~interface,
  persona, user journey, ~accessibility, interaction design, product designer, ~user testing,
  design system, ~sketch, user test, mockup, click dummy, paper prototype, ~screens, design
  sprint, ~journey, heuristic, designers
graphic: graphic designer, graphic design, photoshop, illustrator, indesign, adobe, logo, ~layout,
  typography, ~brand, artwork, creative director, visual design, ~poster, brochure, ~banner,
  illustration, ~colour, print design, web design, ~flyer, ~visual, ~font
product-management: product manager, product management, roadmap, product owner, feature request,
  ~feature, product strategy, ~user feedback, customer need, ~priorit*, go to market, product
  launch, user interview, user calls, ~beta, user stories, ~launch, product team, product vision,
  market fit, ~feedback, product decision, ~prioritise
"""
