"""The job search of the sample person: days are counted from today. All of it is made up."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ended:
    """An application that ended in a rejection, ``day`` days from today."""

    company: str
    role: str
    reached: str
    day: int
    outcome: str = "no"
    told: str = "email"
    words: str = ""
    reasons: tuple[tuple[str, str, str], ...] = ()  # code, basis, control
    feedback: str = ""  # the state of a feedback request
    answer: str = ""
    page: int = 9  # of the reflection: 9 finished, 0 none
    well: str = ""
    differently: str = ""
    lesson: str = ""
    lesson_state: str = "kept"
    mood: int | None = None
    source: str = "Job board"
    #: Days before the end, and the note, of each step after "applied"; empty: made up in between.
    steps: dict[str, tuple[int, str]] = field(default_factory=dict)


ENDED: tuple[Ended, ...] = (
    Ended(
        "Northwind",
        "Product Analyst",
        "final",
        -2,
        words="We went with an internal candidate. The panel enjoyed your case on churn.",
        reasons=(("internal_candidate", "told", "not_mine"),),
        feedback="drafted",
        page=3,
        well="I opened the churn case with the answer first, and the panel leaned in.",
        differently="Ask beforehand who is on the panel, so that finance questions don't",
        lesson="Ask who is on the panel",
        mood=35,
        source="Referral from Sam Ortiz",
        steps={
            "applied": (49, "Through Sam Ortiz"),
            "screen": (40, "Priya Nair, 30 minutes"),
            "interview": (23, "Case study: churn"),
            "final_interview": (8, "Panel of three"),
        },
    ),
    Ended(
        "Contoso",
        "BI Developer",
        "interviewing",
        -10,
        told="phone",
        words="Strong on the business side; another candidate had more years with our tools.",
        reasons=(("more_experience", "told", "not_mine"), ("skill", "guess", "mine")),
        feedback="received",
        answer="Your answers were clear. Get to the first sentence of the answer sooner.",
        well="I asked two good questions about their data model.",
        differently="Open with the one-sentence answer, then tell the story.",
        lesson="Open with the one-sentence answer",
        lesson_state="tried",
        mood=45,
    ),
    Ended(
        "Litware",
        "Data Analyst",
        "applied",
        -23,
        words="We filled the role from within. A no today is not a no tomorrow.",
        reasons=(("internal_candidate", "told", "not_mine"),),
        well="The application went out in one evening.",
        mood=60,
    ),
    Ended(
        "Proseware",
        "Insights Manager",
        "screening",
        -32,
        told="phone",
        reasons=(("more_experience", "guess", "not_mine"),),
        feedback="waiting",
        differently="Ask about the salary band in the first call.",
        lesson="Ask about the salary band in the first call",
        lesson_state="helped",
        mood=55,
    ),
    Ended("Adatum", "Reporting Analyst", "applied", -44, outcome="no_reply", told="", page=0),
    Ended(
        "Wingtip",
        "Data Analyst",
        "assessment",
        -51,
        reasons=(("answer", "guess", "mine"),),
        feedback="declined",
        differently="Read the task twice before opening the data.",
        lesson="Read the task twice before opening the data",
        lesson_state="helped",
        mood=40,
    ),
    Ended("Alpine Ski House", "Pricing Analyst", "applied", -59, mood=70),
    Ended(
        "Trey Research",
        "Analytics Engineer",
        "final",
        -68,
        told="video",
        words="It was close. The other person had run a migration like ours before.",
        reasons=(("more_experience", "told", "not_mine"),),
        feedback="received",
        answer="You explained trade-offs well. Next time, name the one you would choose.",
        well="I stayed calm when the code did not run.",
        lesson="When asked for trade-offs, say which one I would choose",
        mood=30,
        source="Grace Okafor",
    ),
    Ended(
        "Woodgrove",
        "Analyst, Risk",
        "screening",
        -80,
        feedback="no_reply",
        reasons=(("fit", "told", "unknown"),),
        mood=50,
    ),
    Ended(
        "VanArsdel",
        "Product Analyst",
        "interviewing",
        -92,
        told="phone",
        feedback="received",
        answer="You told us what the team did. We wanted to hear what you did.",
        lesson="Say “I” where it was me",
        lesson_state="helped",
        reasons=(("answer", "told", "mine"),),
        mood=35,
    ),
    Ended("Relecloud", "Data Analyst", "applied", -100, told="portal", page=0),
    Ended(
        "Fourth Coffee",
        "Operations Analyst",
        "interviewing",
        -118,
        feedback="declined",
        reasons=(("gut_feeling", "told", "not_mine"),),
        mood=45,
    ),
    Ended("Coho Vineyard", "Data Analyst", "applied", -126, outcome="no_reply", told="", mood=65),
    Ended(
        "City Power & Light",
        "Energy Analyst",
        "interviewing",
        -141,
        words="The budget for the role was cut.",
        reasons=(("budget", "told", "not_mine"),),
        feedback="received",
        answer="Nothing you could have done. Please apply again next year.",
        mood=55,
    ),
    Ended(
        "Consolidated Messenger",
        "Data Analyst",
        "interviewing",
        -155,
        outcome="no_reply",
        told="silence",
        mood=30,
    ),
    Ended(
        "Southridge Video",
        "Insights Analyst",
        "interviewing",
        -170,
        outcome="role_withdrawn",
        reasons=(("budget", "told", "not_mine"),),
        mood=60,
    ),
    Ended("Lamna Healthcare", "Junior Analyst", "applied", -188, outcome="no_reply", told=""),
)

#: Company, role, place, advert, and the steps so far: kind, day, time, note.
OPEN: tuple[tuple[str, str, str, str, tuple[tuple[str, int, str, str], ...]], ...] = (
    (
        "Tailspin",
        "Data Lead",
        "Hybrid",
        "You will lead a team of four analysts and set priorities with stakeholders who disagree. "
        "You have delivered under pressure, you can explain numbers to non-specialists, and you "
        "grow people.",
        (
            ("applied", -26, "", "Their own website"),
            ("screen", -13, "11:00", "Lena Fischer, friendly"),
            ("interview", -5, "15:30", "Omar Haddad, about the data model"),
            ("interview", 4, "14:00", "Lena Fischer and Omar Haddad, by video"),
        ),
    ),
    (
        "Bellows",
        "Insights Lead",
        "Remote",
        "",
        (("applied", -15, "", ""), ("screen", -4, "10:00", "Daniel Weber")),
    ),
    (
        "Munson's",
        "Data Analyst",
        "On site",
        "",
        (("applied", -12, "", "Tomás Rivera passed it on"), ("screen", -6, "", "")),
    ),
    ("Fabrikam", "Product Analyst", "Remote", "", (("applied", -19, "", ""),)),
    ("Lucerne", "Analyst", "Hybrid", "", (("applied", -3, "", ""),)),
)

#: Name, company, title, role, how met, notes, last contact.
PEOPLE: tuple[tuple[str, str, str, str, str, str, int | None], ...] = (
    (
        "Sam Ortiz",
        "Contoso",
        "Analytics Lead",
        "interviewer",
        "Second interview",
        "Offered to introduce me to his old team.",
        -9,
    ),
    ("Priya Nair", "Northwind", "Talent Partner", "recruiter", "Phone screen", "", -2),
    (
        "Lena Fischer",
        "Tailspin",
        "Head of Data",
        "hiring_manager",
        "Phone screen",
        "Asked twice about growing people.",
        -5,
    ),
    ("Omar Haddad", "Tailspin", "Staff Analyst", "interviewer", "Interview", "", -5),
    (
        "Grace Okafor",
        "Trey Research",
        "Engineer",
        "referrer",
        "An old colleague",
        "Likes short messages.",
        -70,
    ),
    ("Daniel Weber", "Bellows", "Recruiter", "recruiter", "Phone screen", "", -4),
    ("Mei Tanaka", "VanArsdel", "Product Lead", "interviewer", "Interview", "", -92),
    ("Tomás Rivera", "Munson's", "Buyer", "contact", "A neighbour", "", -12),
    ("Ruth Adler", "Proseware", "Insights Director", "hiring_manager", "Phone screen", "", -32),
    ("Jonas Lind", "Wingtip", "Data Scientist", "contact", "Evening course", "", None),
)

#: How well the sample person knows some of them; the others are left open.
KNOWN = {
    "Sam Ortiz": "met_once",
    "Grace Okafor": "close",
    "Mei Tanaka": "met_once",
    "Tomás Rivera": "know",
    "Jonas Lind": "know",
}
#: A letter of the person's own: kind, name, tone, subject, body.
TEMPLATE = (
    "keep_in_touch",
    "After a course",
    "friendly",
    "Coffee some time",
    "Hello[ {first_name}],\n\nI thought of our evenings in the course. How are things[ at "
    "{company}]? If you feel like it, let us have a coffee.\n\nBest wishes[,\n{my_name}]",
)

#: Kind, title, note, day, time, company of the application, person, with the letter as draft.
FOLLOW_UPS: tuple[tuple[str, str, str, int, str, str, str], ...] = (
    ("thank_you", "Send thank-you and feedback request", "", 0, "", "Northwind", "Priya Nair"),
    (
        "message",
        "Reply to Sam Ortiz on LinkedIn",
        "He offered to introduce you to his old team",
        0,
        "",
        "Contoso",
        "Sam Ortiz",
    ),
    (
        "next_step",
        "Ask Fabrikam how far they are",
        "Application sent 19 days ago, nothing since",
        -5,
        "",
        "Fabrikam",
        "",
    ),
    ("next_step", "Call with Daniel Weber", "", 2, "10:00", "Bellows", "Daniel Weber"),
    ("next_step", "Choose four stories for Tailspin", "", 3, "", "Tailspin", ""),
    ("next_step", "Hand in the task", "Two hours are enough", 5, "", "Munson's", ""),
    ("nudge", "Ask Northwind once more for feedback", "", 9, "", "Northwind", "Priya Nair"),
    (
        "look_again",
        "Check in with Litware again",
        "“A no today is not a no tomorrow”: new roles open in January",
        50,
        "",
        "Litware",
        "",
    ),
)

LETTER = (
    "Dear Priya,\n\n"
    "Thank you for letting me know, and for the time that you and the panel gave me. I enjoyed "
    "working on the churn case with you.\n\n"
    "I respect the decision. If you can spare two minutes: what is one thing that would have "
    "made my final interview stronger?\n\n"
    "I still like what Northwind is doing for small shops, and would be glad to hear from you "
    "when something fits.\n\n"
    "Kind regards\nMaya"
)
