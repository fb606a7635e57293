"""Which stories answer a question."""

from rebound_desktop.core.answers import answers
from rebound_desktop.core.matching import StoryIndex, StoryText

STORIES = StoryIndex(
    [
        StoryText(1, "Roses", {"action": "I watered them."}),
        StoryText(2, "A date", {"action": "I kept it."}, competencies=["Customer Obsession"]),
        StoryText(3, "A call", {"action": "I calmed an angry customer."}),
    ]
)


def test_stories_with_the_competency_come_first_then_those_with_the_words() -> None:
    found = answers("When was a customer angry?", ["customer obsession"], STORIES)

    assert [each.id for each in found][:2] == [2, 3]
    assert found[0].because[0] == "customer obsession"
    assert 1 not in [each.id for each in found]


def test_a_question_that_nothing_answers_gives_an_empty_list() -> None:
    assert answers("zzzz", [], STORIES) == []
    assert answers("", [], StoryIndex([])) == []
