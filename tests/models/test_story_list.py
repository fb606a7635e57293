"""The strengths vault as a list."""

import pytest
from PySide6.QtCore import Qt

from rebound_desktop.core.vocabulary import Framework
from rebound_desktop.models.paged_table import ID_ROLE, ROW_ROLE
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.models.story_list import StoryCard, StoryList
from rebound_desktop.models.story_words import speaking_time
from rebound_desktop.store import stories, story_rows


@pytest.fixture
def model(signals: StoreSignals) -> StoryList:
    made = StoryList(140)
    signals.changed.connect(made.take_change)
    return made


def titles(model: StoryList) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_the_story_changed_last_comes_first(model: StoryList) -> None:
    first = stories.add({"title": "First"})
    stories.add({"title": "Second"})
    model.load()
    assert titles(model) == ["Second", "First"]
    stories.edit(first.id, {"result": "It worked."})
    assert titles(model) == ["First", "Second"]


def test_the_best_match_comes_first(model: StoryList) -> None:
    stories.add({"title": "Calm talk"}, [(Framework.OWN, "Conflict")])
    stories.add({"title": "Conflict between two teams"})
    stories.add({"title": "Other", "action": "There was a lot to do and one conflict among it."})
    stories.add({"title": "Unrelated"})
    model.load()
    model.set_search("confl")
    assert titles(model) == ["Conflict between two teams", "Calm talk", "Other"]
    model.set_search("confl team")
    assert titles(model) == ["Conflict between two teams"]
    model.set_search("  ")
    assert len(titles(model)) == 4


def test_a_word_of_an_unspaced_script_is_found_in_the_middle(model: StoryList) -> None:
    stories.add({"title": "改善", "action": "私は原因を調べた。"})
    model.load()
    model.set_search("原因")
    assert titles(model) == ["改善"]


def test_a_card_shows_how_it_ended_the_competencies_and_the_time(model: StoryList) -> None:
    action = "I rang them. " * 70
    stories.add(
        {"title": "Rang", "action": action, "result": "They came. All of them."},
        [(Framework.NACE, "Teamwork"), (Framework.OWN, "Patience")],
    )
    stories.add({"title": "Won a prize"})
    model.load()
    raw, rang = (model.index(row).data(ROW_ROLE) for row in range(2))
    assert rang == StoryCard(1, "Rang", "They came.", ("Teamwork", "Patience"), "90 s")
    assert (raw.summary, raw.time) == ("", "one line")
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Rang, They came., Teamwork, Patience"


def test_the_words_of_a_book_are_not_counted_for_a_card(model: StoryList) -> None:
    stories.add({"title": "A book", "action": "And so on. " * 20_000})
    model.load()
    assert model.index(0).data(ROW_ROLE).time == "too long to say"


def test_while_searching_a_card_shows_the_passage_that_was_found(model: StoryList) -> None:
    stories.add({"title": "A", "action": "I sat. I found the deadlock. I left.", "result": "Done."})
    model.load()
    assert model.index(0).data(ROW_ROLE).summary == "Done."
    model.set_search("dead")
    assert model.index(0).data(ROW_ROLE).summary == "I found the deadlock."


def test_a_passage_begins_near_the_match(model: StoryList) -> None:
    stories.add({"title": "A", "action": f"I {'walked and ' * 30} found the deadlock."})
    model.load()
    model.set_search("deadlock")
    passage = model.index(0).data(ROW_ROLE).summary
    assert passage.startswith("…")
    assert passage.index("deadlock") < 80


def test_chips_choose_by_competency_and_retirement(model: StoryList) -> None:
    kept = stories.add({"title": "Kept"}, [(Framework.NACE, "Leadership")])
    stories.add({"title": "Other"}, [(Framework.UK_SUCCESS_PROFILES, "Leadership")])
    gone = stories.add({"title": "Gone"}, [(Framework.NACE, "Leadership")])
    stories.add({"title": "Plain"})
    stories.retire(gone.id)
    model.load()
    assert set(titles(model)) == {"Kept", "Other", "Plain"}
    model.set_chip(f"{story_rows.COMPETENCY}Leadership")
    assert set(titles(model)) == {"Kept", "Other"}
    model.set_chip(story_rows.RETIRED)
    assert titles(model) == ["Gone"]
    model.set_chip(story_rows.ALL)
    assert model.place_of(gone.id) is None
    place = model.place_of(kept.id)
    assert place is not None
    assert model.index(place).data(ID_ROLE) == kept.id
    assert story_rows.counts() == story_rows.Counts(kept=3, moments=3, retired=1)


def test_only_pages_that_are_asked_for_are_read(
    model: StoryList, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(100):
        stories.add({"title": str(number)})
    asked: list[int] = []
    read = story_rows.rows
    monkeypatch.setattr(story_rows, "rows", lambda ids: asked.extend(ids) or read(ids))
    model.load()
    assert model.rowCount() == 100
    assert asked == []
    assert model.index(0).data() == "99"
    assert 0 < len(asked) < 50


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(1, "5 s"), (13, "15 s"), (50, "45 s"), (64, "60 s"), (88, "90 s"), (121, "2 min")]
    + [(150, "2.5 min"), (600, "10 min")],
)
def test_speaking_times_are_rounded_to_what_a_person_can_use(seconds: int, text: str) -> None:
    assert speaking_time(seconds) == text
