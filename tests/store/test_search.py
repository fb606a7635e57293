"""Finding records by their words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rebound_desktop.core.vocabulary import Basis, Control
from rebound_desktop.store import (
    lessons,
    people,
    reflections,
    rejection_entry,
    rejections,
    stories,
)
from rebound_desktop.store.rejection_entry import Entry, ReasonChoice
from rebound_desktop.store.search import find, matching_ids

pytestmark = pytest.mark.usefixtures("store")


def log(company: str, role: str = "", words: str = "", **more: object) -> int:
    from datetime import date

    made = rejection_entry.log(
        Entry(company, role, date(2020, 5, 4), "applied", their_words=words, **more)  # type: ignore[arg-type]
    )
    return int(made.id)


def found(text: str) -> list[int] | None:
    return matching_ids("rejections", text)


def test_words_are_found_wherever_they_were_written() -> None:
    number = log(
        "Northwind",
        "Product Analyst",
        "an internal candidate",
        notes="Panel of three",
        reasons=(ReasonChoice("other", Basis.GUESS, Control.MINE, label="too quiet"),),
    )
    log("Contoso")
    lessons.keep(number, "Ask about the timetable")
    reflections.save_answer(reflections.begin(number).id, "did_well", "stayed curious")
    for text in ("north", "ANALYST", "candid", "panel", "quiet", "timetable", "curious north"):
        assert found(text) == [number], text


def test_every_word_has_to_be_there() -> None:
    log("Northwind", "Analyst")
    assert found("north nurse") == []


def test_accents_and_case_do_not_matter() -> None:
    number = log("Café Zürich")
    assert found("cafe zurich") == [number]
    assert found("CAFÉ") == [number]
    assert found("cafe\u0301 zu\u0308rich") == [number]


def test_scripts_without_spaces_are_found_in_the_middle() -> None:
    number = log("株式会社北風", words="今回は残念ながら採用を見送ります")
    log("Contoso")
    assert found("残念") == [number]
    assert found("北風 見送") == [number]


def test_a_part_of_a_name_is_found_where_nothing_begins_with_it() -> None:
    number = log("Northwind", "Product Analyst")
    log("Contoso")
    assert found("wind") == [number]
    assert found("wind alyst") == [number]
    assert found("100%") == []


def test_what_was_taken_back_is_not_found_any_more() -> None:
    number = log("Northwind", words="internal candidate")
    rejections.edit(number, their_words="budget")
    assert found("internal") == []
    assert found("budget") == [number]


def test_a_text_without_a_word_filters_nothing() -> None:
    assert found("  … - \" ' ") is None


def test_people_are_found_by_a_part_of_the_name_too() -> None:
    priya = people.add({"name": "Priya Nair", "company": "Northwind"}).id
    assert matching_ids("people", "iya") == [priya]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=30))
def test_no_text_breaks_the_search(text: str) -> None:
    result = matching_ids("rejections", text)
    assert result is None or isinstance(result, list)


def test_stories_are_found_by_the_stem_after_those_that_hold_the_word() -> None:
    kin = stories.add({"title": "Managed a team", "action": "I led them."}).id
    exact = stories.add({"title": "Other", "action": "There was a lot of managing to do."}).id
    stories.add({"title": "Carried boxes"})
    assert matching_ids("stories", "managing") == [exact, kin]
    assert matching_ids("stories", "leading teams") == [kin]
    assert matching_ids("stories", "leads") == [kin]


def test_slips_are_forgiven_where_nothing_holds_the_words() -> None:
    one = stories.add({"title": "Talked", "action": "The conflict with the vendor ended."}).id
    for typed in ("conflit", "confilct", "vendro", "Conflct vendor", "c\u00f3nflit"):
        found_ones = find("stories", typed)
        assert found_ones.ids == [one], typed
        assert found_ones.corrected
    assert find("stories", "Conflct vendor").words == "conflict vendor"
    assert find("stories", "talked").corrected is False
    assert find("stories", "qqzzqq").ids == []
    assert find("stories", "qqzzqq").words == "qqzzqq"
    assert find("stories", "  ").ids is None


def test_words_that_all_exist_are_not_put_right() -> None:
    stories.add({"title": "Talked"})
    stories.add({"title": "Walked"})
    assert find("stories", "talked walked").ids == []
    assert not find("stories", "talked walked").corrected


def test_new_words_are_known_at_once() -> None:
    story = stories.add({"title": "Talked"})
    assert find("stories", "lighthose").ids == []
    stories.edit(story.id, {"action": "The lighthouse."})
    assert find("stories", "lighthose").ids == [story.id]


def test_slips_are_forgiven_in_other_kinds_too() -> None:
    number = log("Northwind")
    assert find("rejections", "nortwind").ids == [number]


def test_runs_without_end_disturb_no_search() -> None:
    """The index cuts such a run, in the middle of a character where it has to."""
    for run in ("面" * 50_000, "a" + "ж" * 50_000, "managed" + "面" * 50_000):
        stories.add({"title": "A run", "action": run})
    kept = stories.add({"title": "Kept the date", "action": "I managed the orders."})
    assert find("stories", "datw").ids == [kept.id], "a slip is forgiven"
    assert kept.id in (find("stories", "manage").ids or [])
    assert find("stories", "date " * 40).ids == [kept.id]
    assert find("stories", "zz " * 100_000).ids == []
