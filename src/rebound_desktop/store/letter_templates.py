"""Letter templates: the shipped ones, the person's wording of them, and their own."""

from rebound_desktop.core.letter_grammar import LetterTextError, check
from rebound_desktop.core.letter_templates import SHIPPED, Template
from rebound_desktop.core.plain_text import one_line, storable
from rebound_desktop.core.vocabulary import LetterKind, Tone
from rebound_desktop.store import bin
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import LetterTemplate


def every() -> list[Template]:
    """Return all templates: the shipped ones in the wording that counts now, then the own ones."""
    rows = list(
        LetterTemplate.select()
        .where(LetterTemplate.deleted_at.is_null())
        .order_by(LetterTemplate.id)
    )
    worded = {str(row.shipped): _template(row) for row in rows if row.shipped}
    own = [_template(row) for row in rows if not row.shipped]
    return [*(worded.get(each.key, each) for each in SHIPPED), *own]


def of_kind(kind: LetterKind) -> list[Template]:
    """Return the templates of a kind that a letter can be drafted from, the shipped ones first.

    One that came from outside and does not keep to the grammar gives way to the shipped one.
    """
    shipped = {each.key: each for each in SHIPPED}
    found = [
        each if _is_sound(each) else shipped.get(each.key) for each in every() if each.kind is kind
    ]
    return [each for each in found if each is not None]


def chosen(kind: LetterKind, tone: Tone) -> Template:
    """Return the template that a letter of a kind and a tone is drafted from."""
    return next(each for each in of_kind(kind) if each.tone is tone)


def _template(row: LetterTemplate) -> Template:
    return Template(
        LetterKind(row.kind),
        Tone(row.tone),
        str(row.name),
        str(row.subject),
        str(row.body),
        key=str(row.shipped),
        row=int(row.id),
    )


def save(template: Template, *, merge: str = "") -> Template:
    """Store a template and return it with its row; a changed shipped one keeps its key.

    Raises RefusedError for a name that is missing, a body that is empty, and for a subject or a
    body with an unknown field or something that is not closed.
    """
    name = one_line(template.name)
    if not name and not template.key:
        raise RefusedError("name", "Give the letter a name, so that you find it again.")
    subject, body = one_line(template.subject), storable(template.body)
    _check("subject", subject)
    _check("body", body)
    if not body.strip():
        raise RefusedError("body", "Write the letter's text.")
    row = LetterTemplate.get_by_id(template.row) if template.row else LetterTemplate()
    with write("Letter template", merge=merge):
        row.kind, row.tone, row.name = template.kind, template.tone, name
        row.subject, row.body, row.shipped = subject, body, template.key
        row.save()
    return _template(row)


def _is_sound(template: Template) -> bool:
    try:
        check(template.subject)
        check(template.body)
    except LetterTextError:
        return False
    return True


def _check(field: str, text: str) -> None:
    try:
        check(text)
    except LetterTextError as error:
        raise RefusedError(field, str(error)) from None


def reset(key: str) -> None:
    """Bring back the shipped wording of a letter."""
    rows = LetterTemplate.select(LetterTemplate.id).where(
        LetterTemplate.shipped == key, LetterTemplate.deleted_at.is_null()
    )
    bin.delete("letter_templates", [row.id for row in rows], label="Bring back the letter")


def delete(row: int) -> None:
    """Put a template of the person's own into the bin."""
    bin.delete("letter_templates", [row], label="Delete letter template")
