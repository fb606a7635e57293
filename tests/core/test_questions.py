"""The questions of the program, and which of them an advert makes likely."""

from rebound_desktop.core.competencies import NAMES
from rebound_desktop.core.question_bank import Question, bank
from rebound_desktop.core.questions import likely_questions

SUPPORT = """Support agent
You will:
- Listen to angry customers and put complaints right
- Stay calm under pressure
"""


def test_there_are_many_questions_each_once_each_with_known_competencies() -> None:
    names = {name for group in NAMES.values() for name in group}
    assert len(bank()) >= 60
    assert len({each.text for each in bank()}) == len(bank())
    for each in bank():
        assert 1 <= len(each.competencies) <= 4
        assert set(each.competencies) <= names
        assert each.text[-1] in "?."


def test_every_competency_is_asked_for() -> None:
    asked = {name for each in bank() for name in each.competencies}
    assert asked == {name for group in NAMES.values() for name in group}


def test_no_question_asks_why() -> None:
    assert not any("why" in each.text.lower().split() for each in bank())


def test_an_advert_makes_questions_about_its_work_likely() -> None:
    first = likely_questions(SUPPORT, bank(), 4)
    asked = {name for each in first for name in each.competencies}
    assert {"Customer Obsession", "Self-Control", "Empathy"} & asked
    assert any("angry" in each.text or "complaint" in each.text for each in first)


def test_the_list_covers_more_than_one_theme() -> None:
    first = likely_questions(SUPPORT + "- Lead the team and plan the rota\n", bank(), 6)
    assert len({each.competencies[0] for each in first}) >= 4


def test_a_question_of_the_persons_own_is_found_by_its_words() -> None:
    own = Question("What do you do with a furious client?", ())
    other = Question("How do you keep a greenhouse?", ())
    assert likely_questions(SUPPORT, [other, own]) == [own]


def test_an_advert_without_words_makes_none_likely() -> None:
    assert likely_questions("", bank()) == []
    assert likely_questions(SUPPORT, []) == []
