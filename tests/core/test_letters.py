"""Letters: their length, their tact, and that nothing private gets into them."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core import letters
from rebound_desktop.core.letters import Facts
from rebound_desktop.core.vocabulary import Stage

_words = st.text("abcdefgh ilmnoprstuäéπ中", max_size=30)
_stages = st.sampled_from([each for each in Stage if each not in (Stage.ACCEPTED, Stage.CLOSED)])


def _sentence(most: int) -> st.SearchStrategy[str]:
    return st.lists(st.text("abcdeghilnorstu", min_size=1, max_size=9), max_size=most).map(" ".join)


_facts = st.builds(
    Facts,
    company=_sentence(4),
    role=_sentence(5),
    to_name=_sentence(3),
    my_name=_sentence(3),
    detail=_sentence(30),
    reached=_stages,
)


@given(_facts)
def test_a_feedback_request_has_60_to_120_words(facts: Facts) -> None:
    count = letters.count_words(letters.feedback_request(facts).body)
    assert letters.FEWEST_WORDS <= count <= letters.MOST_WORDS


@given(_facts)
def test_a_feedback_request_asks_exactly_one_question(facts: Facts) -> None:
    assert letters.feedback_request(facts).body.count("?") == 1
    assert "?" not in letters.thanks_only(facts).body


def test_a_letter_names_what_it_is_about() -> None:
    facts = Facts(
        "Contoso", "Product Analyst", "Priya", "Ann Example", "the walk through your model"
    )
    letter = letters.feedback_request(facts)
    for fact in ("Contoso", "Product Analyst", "Dear Priya,", "Ann Example", facts.detail):
        assert fact in letter.body
    assert letter.subject == "Thank you: Product Analyst at Contoso"
    assert "I accept your decision" in letter.body


def test_a_letter_without_any_fact_still_reads_well() -> None:
    body = letters.feedback_request(Facts()).body
    assert body.startswith("Hello,\n\nThank you for ")
    assert body.endswith("With kind regards")
    assert "  " not in body
    assert "None" not in body


def test_a_long_detail_stays_whole() -> None:
    detail = "word " * 400
    assert detail.strip() in letters.feedback_request(Facts(detail=detail)).body


def test_a_detail_that_is_a_sentence_stands_by_itself() -> None:
    body = letters.feedback_request(Facts(detail="I enjoyed the case about ferries")).body
    assert " I enjoyed the case about ferries.\n" in body


def test_letters_have_nothing_but_facts_to_draw_on() -> None:
    # Were a field for anything else added, a reflection could get into a letter.
    names = {each.name for each in dataclasses.fields(Facts)}
    assert names == {"company", "role", "to_name", "my_name", "detail", "reached"}


@pytest.mark.parametrize("word", ["reconsider", "unfortunately", "why", "rank", "who got"])
@given(facts=_facts)
def test_no_letter_says_what_advice_warns_of(word: str, facts: Facts) -> None:
    bare = dataclasses.replace(facts, company="", role="", to_name="", my_name="", detail="")
    for letter in (
        letters.feedback_request(bare),
        letters.thanks_only(bare),
        letters.nudge(bare),
        letters.look_again(bare),
    ):
        assert word not in letter.body.casefold()


@given(st.builds(Facts, _words, _words, _words, _words), st.sampled_from([200, 300]))
def test_a_linkedin_note_is_within_its_limit(facts: Facts, limit: int) -> None:
    note = letters.linkedin_note(facts, limit)
    assert note
    assert letters.linkedin_length(note) <= limit


@given(
    st.builds(Facts, st.text(max_size=400), st.text(max_size=400), st.text(max_size=400)),
    st.integers(min_value=0, max_value=400),
)
def test_a_linkedin_note_keeps_any_limit_with_any_text(facts: Facts, limit: int) -> None:
    assert letters.linkedin_length(letters.linkedin_note(facts, limit)) <= limit


def test_linkedin_counts_an_emoji_as_two() -> None:
    assert letters.linkedin_length("ab") == 2
    assert letters.linkedin_length("🙂") == 2
    assert letters.linkedin_length("é中") == 2


def test_a_nudge_names_the_day_and_promises_to_be_the_last() -> None:
    body = letters.nudge(Facts("Contoso", "Analyst"), date(2026, 11, 20)).body
    assert "on 20 November" in body
    assert "I will not write about it again." in body


def test_looking_again_mentions_the_company() -> None:
    letter = letters.look_again(Facts("Contoso", "Analyst", "Priya"))
    assert "Contoso" in letter.subject
    assert "Analyst" in letter.body
