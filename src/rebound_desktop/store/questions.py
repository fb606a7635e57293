"""The list of questions: those of the bank, as the person changed them, and the person's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import JOIN

from rebound_desktop.core import questions as fitting
from rebound_desktop.core.plain_text import folded, one_line
from rebound_desktop.core.question_bank import Question as BankQuestion
from rebound_desktop.core.question_bank import bank
from rebound_desktop.store import bin
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application, Question


@dataclass(frozen=True, slots=True)
class Listed:
    """A question of the list; ``id`` is 0 for one of the bank that was never touched.

    ``bank`` is the text that the bank has for it, empty for the person's own.
    """

    id: int
    text: str
    competencies: tuple[str, ...]
    bank: str = ""
    hidden: bool = False
    company: str = ""
    asked_on: date | None = None


def listed(*, hidden: bool = False) -> list[Listed]:
    """Return the questions that are shown, or the ``hidden`` ones: own ones first, newest first."""
    rows = (
        Question.select(Question, Application)
        .join(Application, JOIN.LEFT_OUTER)
        .where(Question.deleted_at.is_null())
        .order_by(Question.id.desc())
    )
    own: list[Listed] = []
    in_place: dict[str, Listed] = {}
    for row in rows:
        made = _listed(row)
        if made.bank:
            in_place.setdefault(made.bank, made)
        else:
            own.append(made)
    known = [
        in_place.pop(each.text, Listed(0, each.text, each.competencies, each.text))
        for each in bank()
    ]
    # What stood for a question that an earlier version of the bank had is the person's own by now.
    return [each for each in (*own, *in_place.values(), *known) if each.hidden is hidden]


def _listed(row: Question) -> Listed:
    application = row.application
    return Listed(
        id=row.id,
        text=row.text,
        competencies=tuple(filter(None, row.competencies.split("\n"))),
        bank=row.bank,
        hidden=bool(row.hidden),
        company=str(application.company) if application is not None else "",
        asked_on=row.asked_on,
    )


def likely(advert: str, limit: int = 10) -> list[str]:
    """Return the texts of the questions that an advert makes likely, the likeliest first."""
    known = [BankQuestion(each.text, each.competencies) for each in listed()]
    return [each.text for each in fitting.likely_questions(advert, known, limit)]


def add(
    text: str,
    competencies: Iterable[str] = (),
    *,
    application_id: int | None = None,
    asked_on: date | None = None,
) -> int:
    """Add a question of the person's own, or note that it was asked; return its id.

    One that is in the list already, whatever its case and accents, is not added again. Raises
    RefusedError without a text.
    """
    text = _checked(text)
    names = "\n".join(map(one_line, competencies))
    same = next((each for each in _everything() if folded(each.text) == folded(text)), None)
    with write("New question"):
        if same is None or not same.id:
            row = Question(text=text, competencies=names)
            if same is not None:
                row.bank = same.bank
                row.competencies = names or "\n".join(same.competencies)
        else:
            row = Question.get_by_id(same.id)
        row.hidden = False
        if asked_on is not None:
            row.application_id = application_id
            row.asked_on = asked_on
        row.save()
    return int(row.id)


def edit(question: Listed, text: str, competencies: Sequence[str]) -> None:
    """Change a question; one of the bank is shown in the person's words from then on.

    Raises RefusedError where the text would be emptied.
    """
    text = _checked(text)
    with write("Edit question"):
        row = _row(question)
        row.text = text
        row.competencies = "\n".join(map(one_line, competencies))
        row.save()


def hide(question: Listed, *, hidden: bool = True) -> None:
    """Take a question out of the list without deleting it, or bring it back."""
    with write("Hide question" if hidden else "Show question"):
        row = _row(question)
        row.hidden = hidden
        row.save()


def delete(question: Listed) -> None:
    """Put a question of the person's own into the bin; one of the bank stands as it was again."""
    if question.id:
        bin.delete("questions", [question.id], label="Delete question")


def _row(question: Listed) -> Question:
    if question.id:
        found: Question = Question.get_by_id(question.id)
        return found
    return Question(
        text=question.text, competencies="\n".join(question.competencies), bank=question.bank
    )


def _everything() -> list[Listed]:
    return [*listed(), *listed(hidden=True)]


def _checked(text: str) -> str:
    text = one_line(text)
    if not text:
        raise RefusedError("text", "Write the question as it may be asked.")
    return text
