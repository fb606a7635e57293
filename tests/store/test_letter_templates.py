"""Letter templates: the shipped ones, a wording of one's own, and what is refused."""

from dataclasses import replace

import pytest

from rebound_desktop.core.letter_templates import SHIPPED, Template, shipped
from rebound_desktop.core.vocabulary import LetterKind, Tone
from rebound_desktop.store import changes, letter_templates
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import LetterTemplate

pytestmark = pytest.mark.usefixtures("store")

_OWN = Template(LetterKind.NUDGE, Tone.FRIENDLY, "Short", "Still there", "Hello[ {first_name}]")


def test_without_any_of_ones_own_there_are_the_shipped_ones() -> None:
    assert letter_templates.every() == list(SHIPPED)
    assert letter_templates.chosen(LetterKind.NUDGE, Tone.FORMAL) == shipped(LetterKind.NUDGE)


def test_a_changed_letter_counts_until_the_shipped_one_comes_back() -> None:
    mine = replace(shipped(LetterKind.NUDGE), body="Hello {name}, once more.")
    saved = letter_templates.save(mine)
    assert letter_templates.chosen(LetterKind.NUDGE, Tone.FORMAL).body == mine.body
    letter_templates.save(replace(saved, body="Hello."))
    assert LetterTemplate.select().count() == 1
    letter_templates.reset("nudge/formal")
    assert letter_templates.chosen(LetterKind.NUDGE, Tone.FORMAL) == shipped(LetterKind.NUDGE)
    changes.undo()
    assert letter_templates.chosen(LetterKind.NUDGE, Tone.FORMAL).body == "Hello."


def test_one_of_ones_own_stands_after_the_shipped_ones() -> None:
    saved = letter_templates.save(_OWN)
    assert letter_templates.of_kind(LetterKind.NUDGE)[-1] == saved
    letter_templates.delete(saved.row)
    assert letter_templates.every() == list(SHIPPED)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("name", {"name": "  "}),
        ("body", {"body": " \n"}),
        ("body", {"body": "Dear {nmae}"}),
        ("subject", {"subject": "[About {role}"}),
    ],
)
def test_what_cannot_be_drafted_from_is_refused_at_its_field(
    field: str, change: dict[str, str]
) -> None:
    with pytest.raises(RefusedError) as refusal:
        letter_templates.save(replace(_OWN, **change))  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert LetterTemplate.select().count() == 0


def test_a_broken_one_from_outside_gives_way() -> None:
    LetterTemplate.create(kind="nudge", tone="formal", body="{oops", shipped="nudge/formal")
    LetterTemplate.create(kind="nudge", tone="formal", name="Mine", body="[oops")
    assert letter_templates.of_kind(LetterKind.NUDGE) == [
        each for each in SHIPPED if each.kind is LetterKind.NUDGE
    ]
