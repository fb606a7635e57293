"""English words whose stem no rule gives: irregular forms, spelling pairs, false endings."""

#: Words that are passed over even inside a phrase, with the commonest of neighbouring languages.
PASSED_OVER = frozenset(
    """
    a an the my our his her their its your this that these those some any such very really quite
    rather just also so too am is are was were be been being have has had having i he she it we
    they you me him us them aren isn wasn weren ll ve re doesn didn don hadn hasn haven mine ours
    yours theirs hers myself yourself himself herself itself ourselves themselves themself de la
    el en y que los las un una por con para del se lo e o os da das dos uma em com nao na der die
    und ist im mit von zu den ein eine fur auf le les et des du dans est pour une sur au je il
    nous vous ich wir sie nicht
    """.split()
)

#: Words that carry no meaning alone but may belong to a phrase ("in charge", "on call").
FUNCTION_WORDS = frozenset(
    """
    about above after again against all although always and another anybody anyone anything around
    as at away became because become before below between both but by came can cannot come comes
    coming could couldn did does doing done down during each either else etc even ever every
    everybody everyone everything few for from further gave get gets getting give given go goes
    going gone got here how however if in into keep kept knew know known let like made make makes
    making many may maybe might more most much must need needed needs neither never nobody none
    nor not nothing now of off often on once one ones only onto or other others out over own per
    perhaps please put said same say saying says seem seemed several shall should shouldn since
    somebody someone something soon still take taken takes taking tell than then there therefore
    thing things though through thus to told took toward towards under until up upon use used uses
    using via want wanted wants way well went what whatever when where whether which while who
    whole whom whose why will with within without would wouldn yes yet no do
    """.split()
)

#: Words whose ending looks like an inflection and is none, or whose cut stem is another word.
WHOLE = frozenset(
    """
    address access process progress success express press stress wireless witness illness fitness
    community university customer server service hotel general engineer number computer letter
    paper order offer answer partner matter weather water power summer winter dinner corner member
    manner nursery species series analysis basis crisis kubernetes jenkins pandas postgres redis
    canvas campus virus status bonus lens gas bus plus focus tennis physics mathematics logistics
    economics ethics electronics facilities relations string spring bring king ring thing wing
    sibling evening morning ceiling wedding building clothing pudding need feed seed speed weed
    indeed bed red shed hundred sacred every very only early daily family supply apply reply rely
    fly july italy station nation region religion version session mission passion pension union
    million onion portion fashion vision opinion mention question department apartment equipment
    moment comment document cement element table cable able stable vegetable variable patient
    client student parent agent event talent accident incident resident urgent policy policies
    police animal hospital capital material digital manual legal medical technical personal person
    personnel national international rational local maintenance caller waiter joiner buyer looker
    ranger packer picker teller porter painter carrier reporter mower counter former wrapper
    header sender keeper holder starter fitter walker shelter container monitor doctor tower
    shower flower founder actor builder developer learner controller router programmer tester
    printer till printing positive native relative active alternative executive representative
    """.split()
)

#: The stem, then the forms that meet under it.
_FORMS = """
come: came comes coming
do: did does doing done
get: got gets getting gotten
give: gave gives given giving
go: goes going gone went
keep: kept keeps keeping
know: knew known knows
make: made makes making
put: puts putting
take: took takes taken taking
tell: told tells telling
accurat: accuracy
advis: advice
age: ageing
always: always
analy: analyse analyze analysed analyzed analysing analyzing analysis analyses analyst analysts
  analytical analytics analytic analyser
angry: angrily anger
answer: answered answering
apologis: apology apologies
apply: applied applies
approv: approval
arriv: arrival arrive
begin: began begun
behavior: behaviour behaviours behaviors
believ: belief believe
break: broke broken
bring: brought
build: built
business: business businesses
buy: bought
carer: carer carers caregiver caregivers
catch: caught
center: centre centres
check: cheque
child: children
choose: chose chosen choice
client: clientele
colleague: coworker coworkers teammate teammates collegue collegues
color: colour
complain: complaint
crisis: crises
criterion: criteria
customer: costumer costumers
cut: cut
deal: dealt
decid: decision
defense: defence
delegat: delegation
deliver: delivery deliveries
describ: description
die: dying died
discov: discovery
drive: drove driven
easy: easily
efficient: efficiency
enroll: enrol
fail: failure failures
fall: fell fallen
favor: favour
fight: fought
find: found
flexib: flexibility flexible
forget: forgot forgotten
fulfill: fulfil
gray: grey
grow: grew grown growth
hide: hid
hire: hiring hired
hold: held
hr: hr
innovat: innovation
inquiry: enquiry enquiries
judgment: judgement
knife: knives
labor: labour
lead: led leading leader leadership
learn: learnt
license: licence
lie: lying lied
life: lives
lose: lost loss
man: men
media: media
meet: met
news: news
nurse: nurse nurses nursing nursed
nursery: nurseries
optimis: optimal
order: ordering ordered
overcome: overcame
overrun: overran
oversee: oversaw
patience: patience
pay: paid
pediatric: paediatric paediatrics
people: people persons
persuad: persuasion persuasive
pharmacy: pharmacist
photograph: photography
present: presentation presentations
prioritis: priority priorities
produc: production
product: product products
program: programme programmes
propos: proposal
prove: proof
quantity: quantities
query: queries queried querying
receiv: receive
reception: receptionist reception
recognis: recognition
refus: refusal
reliab: reliability reliable
resolv: resolution
responsib: responsibility responsibilities responsible
rise: rose
rota: rota
run: ran
sales: salesperson sales sale
secur: security secure
see: saw seen
sell: sold
send: sent
shake: shook
shelf: shelves
solv: solution
speak: spoke spoken
spend: spent
staff: staff
stand: stood
steal: stole stolen
stress: stressful
succe: success successful successfully succeed succeeded
swear: swore
teach: taught
theater: theatre
thief: thieves theft
think: thought
throw: threw
tie: tied
tire: tyre
train: trained
understand: understood understanding
wife: wives
win: won
woman: women
write: wrote written
"""


def _by_form(forms: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in forms.replace("\n  ", " ").strip().splitlines():
        stem, _, words = entry.partition(":")
        table.update(dict.fromkeys((stem, *words.split()), stem))
    return table


IRREGULAR = _by_form(_FORMS)
