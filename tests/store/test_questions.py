"""The list of questions: the bank's, changed ones, and the person's own."""

from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core.question_bank import bank
from rebound_desktop.store import applications, changes, questions
from rebound_desktop.store.errors import RefusedError


def texts(*, hidden: bool = False) -> list[str]:
    return [each.text for each in questions.listed(hidden=hidden)]


def test_the_list_begins_with_the_bank(store: Path) -> None:
    found = questions.listed()

    assert len(found) >= 60
    assert all(each.competencies for each in found)
    assert texts(hidden=True) == []


def test_own_questions_come_first_and_are_kept_once(store: Path) -> None:
    number = questions.add("  What would you\nstop doing? ", ["Ownership"])

    assert questions.add("what would you stop doing?") == number
    first = questions.listed()[0]
    assert (first.text, first.competencies) == ("What would you stop doing?", ("Ownership",))
    assert len(texts()) == len(bank()) + 1


def test_a_changed_question_of_the_bank_stays_in_its_place(store: Path) -> None:
    third = questions.listed()[2]

    questions.edit(third, "And what did the customer say?", ["Empathy"])

    assert texts()[2] == "And what did the customer say?"
    assert len(texts()) == len(bank())
    changed = questions.listed()[2]
    questions.edit(changed, "And then?", [])
    assert texts()[2] == "And then?"
    questions.delete(questions.listed()[2])
    assert texts()[2] == third.text


def test_hidden_questions_are_out_of_the_list_and_come_back(store: Path) -> None:
    first = questions.listed()[0]

    questions.hide(first)

    assert first.text not in texts()
    assert texts(hidden=True) == [first.text]
    questions.hide(questions.listed(hidden=True)[0], hidden=False)
    assert texts()[0] == first.text
    changes.undo()
    changes.undo()
    assert texts()[0] == first.text


def test_asking_a_question_of_the_bank_notes_where(store: Path) -> None:
    first = questions.listed()[0]
    application = applications.add({"company": "Tailspin"})

    questions.add(first.text, application_id=application.id, asked_on=date(2026, 11, 20))

    noted = questions.listed()[0]
    assert (noted.text, noted.company, noted.asked_on) == (
        first.text,
        "Tailspin",
        date(2026, 11, 20),
    )
    assert noted.competencies == first.competencies
    assert len(texts()) == len(bank())


def test_a_question_needs_words(store: Path) -> None:
    with pytest.raises(RefusedError):
        questions.add(" \n ")
    with pytest.raises(RefusedError):
        questions.edit(questions.listed()[0], "", [])


def test_what_is_hidden_is_never_likely(store: Path) -> None:
    advert = "You handle complaints and calm angry customers."
    first = questions.likely(advert)[0]

    questions.hide(next(each for each in questions.listed() if each.text == first))

    assert first not in questions.likely(advert)
