"""The commonest work words of Portuguese, Spanish, French and German, so that a story or an
advert in one of them is known for what it is about.

A line adds words to a concept of the other modules; accents are left off when words are read.
"""

TEXT = """
programming: desenvolved*, desarrollad*, entwickler*, softwareentwick*, développeur*, programador*,
  codigo, software-entwicklung
testing: prueba*, pruebas, qualitätssicherung
database: banco de dados, base de datos, base de données, datenbank*
cloud: nuvem, nube
monitoring: monitoramento, überwachung, alerta*
incidents: incidente*, ausfall, störung*
access-rights: permiss*, permisos, berechtigung*, droits d'accès, acesso*
cloud-cost: redução de custo*, reducción de costes
analytics: análise*, análisis, auswertung*, relatório*, indicador*
user-trouble: suporte, soporte, assistance informatique
shop: loja*, tienda*, magasin*, verkäufer*, einzelhandel, filiale, vendedor*, vendeu*
till: caixa, caja, kasse*, caisse
kitchen: cozinh*, cocin*, cuisin*, küche*, koch
serving: restaurante, garçom, camarer*, serveu*, kellner*, gaststätte
hotel: hospede*, huésped*, gäste, zimmer*
cleaning-work: limpeza, limpieza, reinigung*, nettoyage, putzen
customer-care: cliente*, atendimento, atención al cliente, kunde*, kundendienst, clientèle
complaint: reclama*, queja*, beschwerde*, plainte*, réclamation*
selling: vendas, ventas, vente*, verkauf*, vertrieb
campaigns: campanha*, campaña*, campagne*, kampagne*, werbung
front-desk: recepcion*, empfang, accueil, rezeption
administration: secretári*, secretari*, büro*, verwaltung*, sachbearbeit*, assistente administrativ*
accounting: contabil*, contador*, buchhalt*, comptab*
invoices: fatura*, factura*, rechnung*, facture*
human-resources: recursos humanos, personalabteilung, ressources humaines
law: advogad*, abogad*, anwalt*, avocat*, vertrag*
project-management: projeto*, proyecto*, projektleit*, chef de projet
nursing: enfermeir*, enfermer*, infirmi*, krankenpfleg*, pflegefach*, krankenschwester
patients: paciente*, patienten, krankenhaus, hôpital, hospitalar
caring: cuidador*, altenpfleg*, pflegeheim, aide-soignant*, idosos, ancianos, bewohner*
young-children: criança*, niño*, niña*, enfant*, kita, creche, guardería
teaching: maestra, maestro, lehrer*, enseignant*, escola, escuela, schule, schüler*, école,
  aluno*, alumn*, élève*, unterricht
science: pesquisa*, investigador*, forschung*, laboratório*, laboratorio*, chercheu*
government: prefeitura, ayuntamiento, behörde*, mairie, gemeinde, ministério
warehouse: armazém, almacén, lager, entrepôt, lagerist*, estoque
drive: motorista, fahrer*, chauffeur*, conducteu*
production-line: fábrica*, fabrik*, usine*, produktion*, produção, producción
maintenance: manutenção, mantenimiento, wartung*, instandhaltung, entretien technique
building-site: obra, baustelle*, chantier*, construção, construcción
leading: liderança, liderazgo, lider*, teamleit*, führung*, diriger, führte
teamwork: equipe*, equipo*, équipe*, mannschaft, zusammenarbeit
communication: comunica*, kommunik*, explicar, expliqu*, erklär*
problem-solving: resolv*, solução, solución, lösung*, gelöst, résolu*, problema*, problème*
planning: planej*, planific*, organizei, organizad*, geplant, organisiert
learning: aprend*, lernen, gelernt, appris, apprendre
improving: melhor*, mejor*, verbess*, amélior*, optimier*
deadlines: prazo*, plazo*, frist*, délai*
safety: segurança, seguridad, sicherheit*, sécurité
detail: sorgfältig*, genau, cuidadosa*
results: resultado*, ergebnis*, résultat*, erfolg*
ownership: erro, error mío, fehler, erreur, responsab*
"""
