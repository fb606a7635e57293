"""The letters that the program brings along, each in a formal and a friendly wording.

The rules for the one that asks come from shared advice: 60 to 120 words, thanks with one real
detail, the decision accepted, one question, the door left open; never who got the job, never
"reconsider", never a ranking. See ``letter_grammar`` for the braces and brackets.
"""

from dataclasses import dataclass

from rebound_desktop.core.vocabulary import LetterKind, Tone


@dataclass(frozen=True, slots=True)
class Template:
    """A letter's text with fields in it.

    ``key`` is that of the shipped letter, such as ``"nudge/formal"``, or empty for one that the
    person added; ``row`` is its number in the store, 0 for a shipped one as it came.
    """

    kind: LetterKind
    tone: Tone
    name: str
    subject: str
    body: str
    key: str = ""
    row: int = 0


_HELLO = {Tone.FORMAL: "[Dear {name}|Hello],\n\n", Tone.FRIENDLY: "Hello[ {first_name}],\n\n"}
_END = {
    Tone.FORMAL: "\n\nWith kind regards[,\n{my_name}]",
    Tone.FRIENDLY: "\n\nAll the best[,\n{my_name}]",
}
_THANKS = "Thank you for {occasion} about the role[ of {role}][ at {company}]."
_DOOR_OPEN = {
    Tone.FORMAL: "What [you work on at {company}|your team does] still interests me; I would "
    "gladly hear when something fits.",
    Tone.FRIENDLY: "I still like what [you do at {company}|your team does], so please think of me "
    "when something fits.",
}
_THANKS_SUBJECT = "Thank you: [{role}|my application][ at {company}]"

_TEXTS: dict[LetterKind, tuple[str, dict[Tone, str]]] = {
    LetterKind.FEEDBACK_REQUEST: (
        _THANKS_SUBJECT,
        {
            Tone.FORMAL: f"{_THANKS} [{{detail_sentence}}|I learned something from it, and I am "
            "glad that I applied.]\n\nI accept your decision. If your rules allow it, I would be "
            "glad of your answer to one question: {question}\n\n" + _DOOR_OPEN[Tone.FORMAL],
            Tone.FRIENDLY: f"{_THANKS} [{{detail_sentence}}|I took something good from it, and I "
            "am glad that I applied.]\n\nI respect your decision, of course. One question, if your "
            "rules let you answer it: {question} A single line would already help me.\n\n"
            + _DOOR_OPEN[Tone.FRIENDLY],
        },
    ),
    LetterKind.THANKS_ONLY: (
        _THANKS_SUBJECT,
        {
            Tone.FORMAL: f"{_THANKS}[ {{detail_sentence}}]\n\nI accept your decision, and I wish "
            "you and the team well with it.\n\n" + _DOOR_OPEN[Tone.FORMAL],
            Tone.FRIENDLY: f"{_THANKS}[ {{detail_sentence}}]\n\nI respect your decision, of "
            "course, and wish you all well with it.\n\n" + _DOOR_OPEN[Tone.FRIENDLY],
        },
    ),
    LetterKind.NUDGE: (
        _THANKS_SUBJECT,
        {
            Tone.FORMAL: "I wrote to you [on {asked_on}|last week] about my application for the "
            "role[ of {role}][ at {company}]. If you have a minute for my one question, I would "
            "be glad of a line; if your rules do not allow it, I understand, and thank you all "
            "the same.\n\nI will not write about it again.",
            Tone.FRIENDLY: "I wrote [on {asked_on}|last week] about the role[ of {role}]"
            "[ at {company}], with one small question. A line from you would help me; if your "
            "rules do not let you, that is fine, and thank you all the same.\n\nI will not write "
            "about it again.",
        },
    ),
    LetterKind.LOOK_AGAIN: (
        "Still interested[ in {company}]",
        {
            Tone.FORMAL: "Some months ago we were in touch about the role[ of {role}]"
            "[ at {company}]. I am still interested in what you do.\n\nIs something coming up "
            "where I could be of use? I would be glad to hear from you.",
            Tone.FRIENDLY: "It is some months since we spoke about the role[ of {role}]"
            "[ at {company}], and I still like what you do.\n\nIs something coming up where I "
            "could help? I would love to hear from you.",
        },
    ),
    LetterKind.LINKEDIN_NOTE: (
        "",
        {
            Tone.FORMAL: "Hello[ {first_name}], thank you for our conversation"
            "[ about the role of {role}][ at {company}]. It didn't work out this time, and I would "
            "be glad to stay in touch.[ {my_name}]",
            Tone.FRIENDLY: "Hello[ {first_name}], I enjoyed our conversation"
            "[ about the role of {role}][ at {company}]. It didn't work out this time; let us stay "
            "in touch.[ {my_name}]",
        },
    ),
    LetterKind.KEEP_IN_TOUCH: (
        "Keeping in touch",
        {
            Tone.FORMAL: "I hope you are well. I think back to our conversation"
            "[ about the role of {role}][ at {company}] with pleasure, and would like to stay in "
            "touch.\n\nIf there is something that I can do for you, please write to me.",
            Tone.FRIENDLY: "I hope all is well with you[ at {company}]. I liked talking with you "
            "and would be glad to hear how things are.\n\nIf I can do something for you, just "
            "write.",
        },
    ),
    LetterKind.THANK_PERSON: (
        "Thank you",
        {
            Tone.FORMAL: "I would like to thank you for your time and your help"
            "[ around the role of {role}][ at {company}]. [{detail_sentence}|It meant a lot to "
            "me.]\n\nIf I can return it one day, please tell me.",
            Tone.FRIENDLY: "A short thank-you for your time and your help"
            "[ around the role of {role}][ at {company}]. [{detail_sentence}|It did me good.]\n\n"
            "If I can return it one day, just tell me.",
        },
    ),
    LetterKind.INTRODUCTION: (
        "A small request",
        {
            Tone.FORMAL: "I am looking for my next role[, something like {role}], and would like "
            "to learn from people who know the field.\n\nWould you introduce me to one person who "
            "could spare fifteen minutes for me? I would write the lines that you can pass on. If "
            "it does not suit you, I understand.",
            Tone.FRIENDLY: "I am looking for my next role[, something like {role}], and would "
            "love to hear from people who know the field.\n\nIs there one person to whom you "
            "could introduce me for fifteen minutes? I will write the lines for you to pass on. "
            "A no is fine too.",
        },
    ),
}


def _shipped() -> tuple[Template, ...]:
    made = []
    for kind, (subject, texts) in _TEXTS.items():
        for tone, text in texts.items():
            # A connection note is one line: its greeting and its name are in the text.
            whole = text if kind is LetterKind.LINKEDIN_NOTE else _HELLO[tone] + text + _END[tone]
            made.append(Template(kind, tone, "", subject, whole, key=f"{kind}/{tone}"))
    return tuple(made)


#: Every letter that is shipped; their names on the screen follow from kind and tone.
SHIPPED: tuple[Template, ...] = _shipped()


def shipped(kind: LetterKind, tone: Tone = Tone.FORMAL) -> Template:
    """Return the shipped letter of a kind and a tone."""
    return next(each for each in SHIPPED if each.key == f"{kind}/{tone}")
