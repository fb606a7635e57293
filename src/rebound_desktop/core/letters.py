"""The letters after a no: what they say, how long they are.

A letter is made of :class:`Facts` and nothing else, so that nothing from a reflection, nor what
the company wrote, can get into one. The rules come from shared advice: 60 to 120 words, thanks
with one real detail, the decision accepted, one question, the door left open; never who got the
job, never "reconsider", never a ranking.
"""

from dataclasses import dataclass
from datetime import date

from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.vocabulary import Stage

#: The words that a thank-you with a question should have.
FEWEST_WORDS = 60
MOST_WORDS = 120
#: Characters of a LinkedIn connection note without a paid account; with one there are 300.
LINKEDIN_FREE = 200

_INTERVIEWED = frozenset({Stage.SCREENING, Stage.INTERVIEWING, Stage.FINAL, Stage.OFFER})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a letter is made of; every text may be empty.

    ``detail`` is one real thing to thank for, in the person's own words.
    """

    company: str = ""
    role: str = ""
    to_name: str = ""
    my_name: str = ""
    detail: str = ""
    reached: Stage = Stage.APPLIED


@dataclass(frozen=True, slots=True)
class Letter:
    """A subject and a body with line breaks, without markup."""

    subject: str
    body: str


def feedback_request(facts: Facts) -> Letter:
    """Return a thank-you with one question, of 60 to 120 words.

    Only a very long detail or name of the person's own makes it longer: their words are not cut.
    """
    facts = _clean(facts)
    if facts.reached in _INTERVIEWED:
        question = "Which one skill would most strengthen a future application?"
        gain = "I learned something from it, and I am glad to have met you."
    else:
        question = "Where did you want more evidence in my application?"
        gain = "I learned something from preparing it, and I am glad that I applied."
    wish = "I wish you and the team well with it."
    relief = "A single line is plenty, and I understand if you cannot say."
    # What gives way, in this order, where the person's own facts take much room.
    optional = [wish, relief] if facts.detail else [gain, wish, relief]
    while True:
        paragraphs = [
            [_thanks(facts), *_detail(facts), *_kept(optional, gain)],
            [
                "I accept your decision.",
                *_kept(optional, wish),
                f"If your rules allow it, I would be glad of your answer to one question: "
                f"{question}",
                *_kept(optional, relief),
            ],
            [_door_open(facts)],
        ]
        body = _letter(facts, paragraphs)
        if not optional or count_words(body) <= MOST_WORDS:
            return Letter(_subject(facts), body)
        optional.pop(0)


def _kept(optional: list[str], sentence: str) -> list[str]:
    return [sentence] if sentence in optional else []


def thanks_only(facts: Facts) -> Letter:
    """Return a thank-you that asks nothing."""
    facts = _clean(facts)
    paragraphs = [
        [_thanks(facts), *_detail(facts)],
        ["I accept your decision, and I wish you and the team well with it."],
        [_door_open(facts)],
    ]
    return Letter(_subject(facts), _letter(facts, paragraphs))


def nudge(facts: Facts, asked_on: date | None = None) -> Letter:
    """Return the one short reminder of a question that was asked."""
    facts = _clean(facts)
    when = f"on {asked_on.day} {asked_on:%B}" if asked_on else "last week"
    paragraphs = [
        [
            f"I wrote to you {when} about my application{_for_role(facts)}.",
            "If you have a minute for my one question, I would be glad of a line; if your rules "
            "do not allow it, I understand, and thank you all the same.",
        ],
        ["I will not write about it again."],
    ]
    return Letter(_subject(facts), _letter(facts, paragraphs))


def look_again(facts: Facts) -> Letter:
    """Return a message to a company some months after its no."""
    facts = _clean(facts)
    paragraphs = [
        [
            f"some months ago we were in touch about {_the_role(facts)}{_at_company(facts)}.",
            "I am still interested in what you do.",
        ],
        ["Is something coming up where I could be of use? I would be glad to hear from you."],
    ]
    return Letter(f"Still interested{_in_company(facts)}", _letter(facts, paragraphs))


def linkedin_note(facts: Facts, limit: int = LINKEDIN_FREE) -> str:
    """Return a connection note of at most ``limit`` characters as :func:`linkedin_length` counts.

    The fullest of several wordings that fits is taken; a name that fits into none is left out.
    """
    facts = _clean(facts)
    name = facts.to_name.split(" ")[0]
    hello = f"Hello {name}, " if name else "Hello, "
    about = f" about {_the_role(facts)}{_at_company(facts)}"
    mine = f" {facts.my_name}" if facts.my_name else ""
    wordings = (
        f"{hello}thank you for our conversation{about}. It didn't work out this time, and I would "
        f"be glad to stay in touch.{mine}",
        f"{hello}thank you for our conversation{about}. I would be glad to stay in touch.{mine}",
        f"{hello}thank you for our conversation{_at_company(facts)}. I would be glad to stay in "
        f"touch.{mine}",
        f"{hello}thank you for our conversation. I would be glad to stay in touch.",
        "Thank you for our conversation. I would be glad to stay in touch.",
    )
    return next((each for each in wordings if linkedin_length(each) <= limit), "")


def linkedin_length(text: str) -> int:
    """Return a text's length as LinkedIn's own field counts it.

    That field is a web page's: it counts UTF-16 units, so that most emoji count as two. A text
    within this count is within a count of characters too.
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def count_words(text: str) -> int:
    """Return the number of words as a word processor counts them: runs between white space."""
    return len(text.split())


def _clean(facts: Facts) -> Facts:
    return Facts(
        company=one_line(facts.company),
        role=one_line(facts.role),
        to_name=one_line(facts.to_name),
        my_name=one_line(facts.my_name),
        detail=one_line(facts.detail),
        reached=facts.reached,
    )


def _letter(facts: Facts, paragraphs: list[list[str]]) -> str:
    hello = f"Dear {facts.to_name}," if facts.to_name else "Hello,"
    sentences = [" ".join(paragraph) for paragraph in paragraphs]
    sentences[0] = _capital(sentences[0])
    end = f"With kind regards,\n{facts.my_name}" if facts.my_name else "With kind regards"
    return "\n\n".join([hello, *sentences, end])


def _subject(facts: Facts) -> str:
    return f"Thank you: {facts.role or 'my application'}{_at_company(facts)}"


def _thanks(facts: Facts) -> str:
    what = (
        "for your time and for the conversation"
        if facts.reached in _INTERVIEWED
        else "for reading my application and for letting me know"
    )
    return f"Thank you {what} about {_the_role(facts)}{_at_company(facts)}."


def _detail(facts: Facts) -> list[str]:
    """Return the sentence with the person's own detail, which fits after "for" or stands alone."""
    if not facts.detail:
        return []
    detail = facts.detail
    ended = detail if detail[-1] in ".!?。！？…" else f"{detail}."
    starts = detail.split(" ", 1)[0].casefold()
    if starts in ("i", "i’m", "i'm", "it", "thank", "thanks", "you", "your", "we", "what"):
        return [_capital(ended)]
    return [f"I remember one thing with thanks: {ended}"]


def _door_open(facts: Facts) -> str:
    what = f"What you work on at {facts.company}" if facts.company else "What your team does"
    return f"{what} still interests me; I would be happy to hear when something fitting comes up."


def _the_role(facts: Facts) -> str:
    return f"the role of {facts.role}" if facts.role else "the role"


def _for_role(facts: Facts) -> str:
    return f" for {_the_role(facts)}{_at_company(facts)}"


def _at_company(facts: Facts) -> str:
    return f" at {facts.company}" if facts.company else ""


def _in_company(facts: Facts) -> str:
    return f" in {facts.company}" if facts.company else ""


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
