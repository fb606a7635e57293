"""Stories of the sample person. All of it is made up."""

from typing import Any

#: Title, when, met or exceeded, competencies as "framework: name", and the texts by column,
#: own wordings and earlier versions among them.
STORIES: tuple[tuple[str, str, str, tuple[str, ...], dict[str, Any]], ...] = (
    (
        "Kept the launch date when the vendor walked out",
        "Spring last year",
        "exceeded",
        ("nace: Leadership", "onet: Perseverance", "own: Suppliers"),
        {
            "situation": "Six weeks before launch our payments vendor ended the contract. "
            "40 stores were already trained on it.",
            "task": "I owned the launch date and had no fallback budget.",
            "action": "I drew up a two-column list of what we truly needed, called three vendors "
            "that evening, ran a two-day bake-off with the store managers and moved the training "
            "to short videos.",
            "result": "Signed in 9 days, launched on the planned day in all 40 stores, 12 % under "
            "the old cost. The bake-off became our standard.",
            "learned": "Ask the people at the till first; they choose better than we do.",
            "forms": (
                {
                    "form": "one_line",
                    "text": "Our vendor left six weeks before launch; I found the next one in 9 "
                    "days, and 40 stores opened on time.",
                },
            ),
            "versions": (
                {
                    "title": "Kept the launch date",
                    "situation": "Our payments vendor ended the contract.",
                    "action": "I called three vendors and ran a bake-off.",
                    "result": "Launched on the planned day.",
                },
            ),
        },
    ),
    (
        "Talked two teams out of a deadlock",
        "Two years ago",
        "met",
        ("nace: Communication", "nace: Teamwork"),
        {
            "situation": "Sales and finance each kept their own revenue figure, and every monthly "
            "meeting ended in the same conflict.",
            "task": "I had to bring one number to the board in four weeks.",
            "obstacle": "Each team had built its bonus plan on its own figure.",
            "action": "I sat with both for a morning each, wrote one page that showed where the "
            "two figures part, and asked them to sign the page, not the number.",
            "result": "A shared one-page brief ended a four-week deadlock; the board got one "
            "figure, and both teams still use the page.",
        },
    ),
    (
        "Cut onboarding from 9 days to 2",
        "Last winter",
        "exceeded",
        ("onet: Initiative", "own: Problem solving"),
        {
            "situation": "New hires waited over a week for access.",
            "task": "Nobody had asked me to fix it; I had trained three of them and saw it.",
            "action": "I mapped every hand-off, removed four, and automated two.",
            "result": "From 9 days to 2. The team met its hiring goal a quarter early.",
        },
    ),
    (
        "Mentored three juniors to promotion",
        "The last two years",
        "exceeded",
        ("nace: Leadership", "uk_success_profiles: Developing Self and Others"),
        {
            "situation": "Our three junior analysts got only routine reports.",
            "task": "My lead asked me to look after them beside my own work.",
            "action": "Each took over one real question a month, with a short talk before and "
            "after, and presented it under their own name.",
            "result": "All three were promoted within 14 months.",
            "learned": "People grow fastest on questions that somebody waits for.",
        },
    ),
    (
        "Told the board the number was wrong",
        "Last autumn",
        "met",
        ("onet: Integrity", "nace: Communication"),
        {
            "situation": "An hour before the vote I found that the forecast counted one region "
            "twice.",
            "task": "It was my spreadsheet.",
            "action": "I called the chair, said what was wrong and by how much, and sent a "
            "corrected page in 40 minutes.",
            "result": "A forecast error of 1.8 million was caught before the vote. The chair "
            "asked me to check the next two.",
        },
    ),
    (
        "A dashboard that people opened",
        "Three years ago",
        "exceeded",
        ("nace: Critical Thinking", "nace: Technology"),
        {
            "situation": "We had 31 dashboards and 9 regular readers.",
            "task": "I was asked for a 32nd.",
            "action": "I asked ten readers what they do on Monday morning, and built one page "
            "that answers it; I retired 20 others with their owners.",
            "result": "140 weekly readers after two months.",
        },
    ),
    (
        "Answered 400 complaints in one weekend",
        "2023",
        "met",
        ("amazon: Customer Obsession", "nace: Teamwork"),
        {
            "situation": "A wrong price list went out to all customers on a Friday.",
            "task": "I was on call, alone.",
            "action": "I sorted the mails by what each person needed, wrote four answers, and "
            "asked two colleagues for two hours each.",
            "result": "Everybody had an answer by Sunday evening; three customers left.",
        },
    ),
    (
        "Learned SQL in six weeks for one question",
        "2021",
        "met",
        ("onet: Intellectual Curiosity", "nace: Career & Self-Development"),
        {
            "situation": "Our question needed data that only the engineers could reach.",
            "action": "I took an evening course, and had an engineer read each query.",
            "result": "The question was answered in week seven, and I have been the team's "
            "contact for data since.",
        },
    ),
    (
        "Said no to a report nobody needed",
        "Last spring",
        "",
        ("amazon: Frugality",),
        {
            "situation": "A weekly report took half a day of my time.",
            "action": "I left it out once, on purpose and with notice, and asked who missed it.",
            "result": "One person did; she got the two numbers by mail.",
        },
    ),
    (
        "The pilot that did not work",
        "2022",
        "",
        ("onet: Humility", "nace: Critical Thinking"),
        {
            "situation": "I had talked four stores into a new way to plan shifts.",
            "action": "After three weeks the numbers were worse. I stopped it, said so in the "
            "weekly call, and showed what we had measured.",
            "result": "The stores were back to normal in two days.",
            "learned": "Agree beforehand on the number that ends a trial.",
            "applied": "Each of my trials since has that number in its first line.",
        },
    ),
    (
        "Moved 12 years of records without a lost line",
        "2020",
        "met",
        ("onet: Attention to Detail", "onet: Dependability"),
        {
            "task": "I led the move from the old system to the new one.",
            "action": "Three rehearsals on copies, a count of every table before and after, and "
            "a list of who to call.",
            "result": "Done in one night; the counts agreed on the first try.",
        },
    ),
    (
        "Calmed a room of 60 people after the power cut",
        "At a trade fair, 2019",
        "met",
        ("onet: Stress Tolerance",),
        {"moment": "The lights went out in the middle of my talk; I went on without slides."},
    ),
    (
        "A thank-you card from the night shift",
        "",
        "",
        (),
        {"moment": "They wrote that the new plan gave them their Sundays back."},
    ),
    (
        "Spotted the pattern in the returns",
        "",
        "",
        ("own: Problem solving",),
        {"moment": "Nearly all returned shoes came from one shelf in the warehouse: it was damp."},
    ),
)
