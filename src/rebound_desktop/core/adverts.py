"""An advert cut into its pieces, each with how much it says about the work itself.

Adverts arrive as people copy them: one line or many, with bullets of every kind, headings,
paragraphs about the company, benefits and legal notices. A piece about duties or skills weighs
about 1, the job's title more, talk about the company and what it pays next to nothing.
"""

import re
from dataclasses import dataclass

from rebound_desktop.core.stemming import stems_of

#: What is read of an advert; real ones are below 10,000 characters. The rest is left out.
READ_LIMIT = 30_000
_LONGEST_HEADING = 70
TITLE_WEIGHT = 2.5

_BREAK = re.compile(
    r"[\n\r\u2028\u2029\x0b\x0c]+"
    r"|â€¢|Â·|[•●▪◦‣·∙■□➢➤✓✔★►⁃]"
    r"|(?<=[a-z0-9)\]\"'”’][.!?])\s+(?=[A-Z\"“'(•])"
    r"|(?<=[。！？；])"
)
#: Bullets inside a long line, left by a copy that lost its line breaks.
_INLINE = re.compile(r"(?<=\s)(?:\*\s?|[-–—]\s+)(?=[A-Z])|;\s+(?=[a-z])")
_LONG_LINE = 120
_BULLET = re.compile(r"(?:[-–—*+>o§]|\d{1,2}[.)])\s+")

_DUTIES = re.compile(
    r"(?i)\b(responsib|dut(?:y|ies)\b|(?:the|this|your) (?:role|job|position)\b|role (?:overview"
    r"|summary)"
    r"|what you.{0,4} (?:will )?(?:do|be doing)|you.{0,4}ll (?:do|be)|you will|day[- ]to[- ]day"
    r"|typical day|tasks?\b|main purpose|key (?:areas|objectives|result)|accountabilit"
    r"|job (?:description|summary|purpose|overview)|position (?:summary|overview)"
    r"|overview of the role"
    r"|aufgaben|funções|atividades|missions?\b|funciones)"
)
_SKILLS = re.compile(
    r"(?i)\b(require|qualification|skills?\b|experience|who you are|about you\b|looking for"
    r"|you have\b"
    r"|you.{0,4}ll (?:have|need)|what you.{0,4} (?:need|bring|have)|must[- ]have|essential|criteria"
    r"|competenc|(?:candidate|your) profile|person spec|ideal candidate|expertise|knowledge"
    r"|behaviou?rs"
    r"|abilit|attributes|you should|profil\b|requisitos|anforderungen|perfil)"
)
_WISHES = re.compile(
    r"(?i)\b(nice[- ]to[- ]have|desirable|bonus|preferred|advantage|ideally|good to have)"
)
_AROUND = re.compile(
    r"(?i)\b(benefits?\b|perks|what we offer|we offer|we.{0,4}ll (?:give|offer)|in return|salary"
    r"|pay\b"
    r"|compensation|remuneration|reward|about (?:us|the (?:company|team|organi[sz]ation|employer))"
    r"|who we are|(?:our|the) (?:story|company|culture|mission|values|client)\b"
    r"|company (?:overview|description)"
    r"|how to apply|apply\b|application process|equal|divers|inclusi|location|hours\b|contact"
    r"|legal|privacy"
    r"|closing date|why (?:join|us|work|you)|what.s in it|additional information|disclaimer"
    r"|working conditions"
    r"|note to|contract type|job type|schedule:|work location|wir bieten|oferecemos|beneficios)"
)
_TALK = re.compile(
    r"(?i)equal opportunit|regardless of|without regard|protected (?:veteran|by law"
    r"|characteristic)|sexual orientation"
    r"|we offer|benefits? (?:include|package)|\b401|pension|\bsalary|paid (?:holiday|time|leave"
    r"|vacation)"
    r"|annual leave|days.? (?:holiday|leave|off)|apply (?:now|today|online|by|via|here|through"
    r"|directly)"
    r"|click|send (?:us )?your|your (?:cv|resume)|cover letter|visa sponsor|background (?:check"
    r"|screen)|drug (?:test|screen)"
    r"|founded in|we (?:are|'re|’re) (?:a|an|the|one|proud|committed)\b|our company"
    r"|award[- ]winning|market leader"
    r"|world(?:'s)? lead|leading (?:provider|company|supplier|global)|headquarter|employees (?:in"
    r"|across|world)"
    r"|privacy|reasonable (?:adjustment|accommodation)|disabilities|per (?:hour|annum|year|month"
    r"|week)\b|£|€|\$\s?\d|\bdental|vacation"
    r"|health insurance|life insurance|medical insurance|gym member|free (?:parking|lunch|coffee"
    r"|fruit|meals)|cycle to work|bonus scheme|employee discount"
    r"|discount|sick pay|maternity|parental leave|work[- ]life|great place|employer of choice"
    r"|fun (?:and|team|filled)|join (?:us|our|a)\b"
    r"|we (?:give|pay|value|believe|celebrate)\b|you (?:get|receive)\b|\d ?%\s*off|our (?:people"
    r"|hr|recruit\w*|talent) team|recruitment agenc|unsolicited|agency (?:calls|cv)"
    r"|successful (?:applicant|candidate)s? will|shortlisted|closing date|start date"
    r"|full[- ]time|part[- ]time|monday to|hybrid working|https?:|www\.|@\w+\.|job id"
    r"|req(?:uisition)? (?:id|number)|reports to:|employment type"
)
_WORK = re.compile(
    r"(?i)\byou(?:'|’|â€™| wi)ll\b|\byou (?:are|have|can|must|should|need|enjoy)\b|responsib"
    r"|experience|abilit|able to|knowledge|must\b|skills?\b|proven|track record"
    r"|strong\b|excellent\b|familiar|proficien|required|ensure|manage|develop|support|provide"
    r"|work with|understanding of|confident|seeking|looking for|ideal|demonstrat|candidate"
)
#: Headings are made of these words alone; a line with another word is a skill or a duty.
_HEADING_WORDS = frozenset(
    """
    a about abilities accountabilities additional an and anforderungen apply application are at
    atividades attributes aufgaben basic be behaviors behaviours benefit benefits bieten bring
    candidate client company compensation competences competencies conditions contact core criteria
    culture day description desirable desired diversity do doing duties education employer equal
    essential expect experience expertise for funciones general get give good have hours how ideal
    important in information is it job join key knowledge life like ll location looking main
    minimum mission must need nice note of offer opportunities opportunity organisation
    organization other our overview package pay perfil perks person personal position post
    preferred process professional profil profile purpose qualifications re required requirements
    requisitos responsibilities responsibility rewards role salary skills specific specification
    statement story summary task tasks team technical the this to training typical up us values
    vacancy ve we what who why will wir with work you your
    """.split()
)
_TITLE_LINE = re.compile(r"(?i)^\s*(?:job )?(?:title|position|role|vacancy|job)\s*:\s*(.+)")
_TITLE_IN_TEXT = re.compile(
    r"(?i)\b(?:looking for|seeking|hiring|recruiting|need|searching for|appoint|join us as"
    r"|opportunity for|role of|position of|work as)\s+"
    r"(?:an?|the|our next|our|experienced|talented|new)?\s*(?P<title>[^.,;:!?\n]{3,80})"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, a bullet or a heading of an advert."""

    text: str
    start: int
    end: int
    #: How much it says about the work: 0 (talk) to about 1.3 (a named duty), the title more.
    weight: float
    is_heading: bool


def pieces(advert: str) -> list[Piece]:
    """Cut an advert into its pieces in their order; offsets are those of the text given."""
    text = advert[:READ_LIMIT]
    cut: list[Piece] = []
    section = 0.75
    for start, end in _spans(text):
        part = text[start:end]
        if _is_heading(part):
            section = _section(part)
            cut.append(Piece(part, start, end, 0.0, True))
            continue
        weight = section * _own_weight(part)
        inline = _TITLE_LINE.match(part)
        if inline:
            weight = TITLE_WEIGHT
        cut.append(Piece(part, start, end, weight, False))
    return _with_title(cut)


def _spans(text: str) -> list[tuple[int, int]]:
    """List where the pieces begin and end, white space and bullets left out."""
    spans: list[tuple[int, int]] = []
    at = 0
    for gap in [*_BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        start, end, bullet = _trimmed(text, at, end)
        if spans and end > start and not bullet and _is_wrap(text, spans[-1][1], start):
            spans[-1] = (spans[-1][0], end)
        elif end > start:
            spans.append((start, end))
        at = gap.end() if gap else end
    return [part for start, end in spans for part in _inline(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """Give a span without white space and bullet, and whether there was a bullet."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    bullet = _BULLET.match(text, start, end)
    if bullet:
        start = bullet.end()
    return start, start + len(text[start:end].rstrip()), bullet is not None


def _inline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a long line at the bullets inside it."""
    if end - start < _LONG_LINE:
        return [(start, end)]
    parts = []
    for gap in _INLINE.finditer(text, start, end):
        parts.append((start, start + len(text[start : gap.start()].rstrip())))
        start = gap.end()
    return [(first, last) for first, last in [*parts, (start, end)] if last > first]


def _is_wrap(text: str, before: int, after: int) -> bool:
    """Say whether a line break stands inside a sentence, as mail and PDF text have it."""
    gap = text[before:after]
    return (
        gap.count("\n") == 1
        and gap.strip() == ""
        and text[after : after + 1].islower()
        and text[before - 1 : before] not in ".!?:;"
    )


def _is_heading(part: str) -> bool:
    words = re.findall(r"\w+", part.lower())
    if not words or len(part) > _LONGEST_HEADING or len(words) > 8:
        return False
    return part.endswith(":") or _HEADING_WORDS.issuperset(words)


def _section(heading: str) -> float:
    if _WISHES.search(heading):
        return 0.7
    if _DUTIES.search(heading):
        return 1.15
    if _SKILLS.search(heading):
        return 1.0
    if _AROUND.search(heading):
        return 0.2
    return 0.8


def _own_weight(part: str) -> float:
    if _TALK.search(part):
        return 0.15
    return 1.15 if _WORK.search(part) else 0.9


def _with_title(cut: list[Piece]) -> list[Piece]:
    """Raise the job's title: a short first line, or what the advert says it looks for."""
    for at, piece in enumerate(cut):
        if at == 0 and len(piece.text) <= 90 and piece.text[-1:] not in ".!?":
            cut[at] = Piece(piece.text, piece.start, piece.end, TITLE_WEIGHT, piece.is_heading)
            continue
        named = _TITLE_IN_TEXT.search(piece.text)
        if named:
            cut[at] = Piece(
                piece.text, piece.start, piece.end, max(piece.weight, 1.5), piece.is_heading
            )
    return cut


#: Stems of the words that any advert has, whatever the work is.
COMMON_STEMS = frozenset(
    stems_of(
        """
        ability able applicant apply benefit candidate career closing company competitive date day
        desirable employee employer employment ensure essential etc excellent experience fantastic
        full good great help high hour ideal include including job join knowledge large level
        location look looking month new office opportunity organisation part people please position
        preferred previous proven provide range relevant require required requirement role salary
        skill strong successful support team time title various week work working year
        situation task action result star context background
        """
    )
)
