"""Letters: their length, their tact, and that nothing private gets into them."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core import letters
from rebound_desktop.core.letter_templates import SHIPPED, Template, shipped
from rebound_desktop.core.letters import Facts
from rebound_desktop.core.vocabulary import LetterKind, Stage, Tone

_words = st.text("abcdefgh ilmnoprstuäéπ中", max_size=30)
_stages = st.sampled_from([each for each in Stage if each not in (Stage.ACCEPTED, Stage.CLOSED)])
_ASKING = [shipped(LetterKind.FEEDBACK_REQUEST, tone) for tone in Tone]
_NOTES = [shipped(LetterKind.LINKEDIN_NOTE, tone) for tone in Tone]


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


@given(st.sampled_from(_ASKING), _facts)
def test_a_feedback_request_has_60_to_120_words(template: Template, facts: Facts) -> None:
    count = letters.count_words(letters.write(template, facts).body)
    assert 60 <= count <= 120


@given(_facts)
def test_a_feedback_request_asks_exactly_one_question(facts: Facts) -> None:
    for tone in Tone:
        asks = letters.write(shipped(LetterKind.FEEDBACK_REQUEST, tone), facts)
        thanks = letters.write(shipped(LetterKind.THANKS_ONLY, tone), facts)
        assert asks.body.count("?") == 1
        assert "?" not in thanks.body


def test_a_letter_names_what_it_is_about() -> None:
    facts = Facts(
        "Contoso", "Product Analyst", "Priya Nair", "Ann Example", "the walk through your model"
    )
    letter = letters.write(shipped(LetterKind.FEEDBACK_REQUEST), facts)
    for fact in ("Contoso", "Product Analyst", "Dear Priya Nair,", "Ann Example", facts.detail):
        assert fact in letter.body
    assert letter.subject == "Thank you: Product Analyst at Contoso"
    assert "I accept your decision" in letter.body
    friendly = letters.write(shipped(LetterKind.FEEDBACK_REQUEST, Tone.FRIENDLY), facts)
    assert friendly.body.startswith("Hello Priya,\n\n")
    assert friendly.body.endswith("All the best,\nAnn Example")


@pytest.mark.parametrize("template", SHIPPED, ids=lambda each: each.key)
def test_a_letter_without_any_fact_still_reads_well(template: Template) -> None:
    body = letters.write(template, Facts()).body
    assert body.startswith("Hello,")
    for flaw in ("  ", "None", " .", " ,", "{", "[", "|", "\n\n\n"):
        assert flaw not in body


def test_a_long_detail_stays_whole() -> None:
    detail = "word " * 400
    letter = letters.write(shipped(LetterKind.FEEDBACK_REQUEST), Facts(detail=detail))
    assert detail.strip() in letter.body


def test_a_detail_that_is_a_sentence_stands_by_itself() -> None:
    facts = Facts(detail="I enjoyed the case about ferries")
    body = letters.write(shipped(LetterKind.FEEDBACK_REQUEST), facts).body
    assert " I enjoyed the case about ferries.\n" in body


def test_letters_have_nothing_but_facts_to_draw_on() -> None:
    # Were a field for anything else added, a reflection could get into a letter.
    names = {each.name for each in dataclasses.fields(Facts)}
    assert names == {
        *("company", "role", "to_name", "my_name", "detail", "reached"),
        *("today", "asked_on", "american"),
    }


@given(_facts)
def test_facts_are_never_read_as_fields(facts: Facts) -> None:
    tricky = dataclasses.replace(facts, company="{role} [x|y]", detail="{{my_name}}")
    body = letters.write(shipped(LetterKind.FEEDBACK_REQUEST), tricky).body
    assert "{role} [x|y]" in body
    assert "{{my_name}}" in body


@pytest.mark.parametrize("word", ["reconsider", "unfortunately", "why", "rank", "who got"])
def test_no_letter_says_what_advice_warns_of(word: str) -> None:
    for template in SHIPPED:
        for reached in (Stage.APPLIED, Stage.FINAL):
            letter = letters.write(template, Facts(reached=reached))
            assert word not in letter.body.casefold()


def test_no_shipped_letter_shouts() -> None:
    assert not any("!" in each.body + each.subject for each in SHIPPED)


@given(
    st.sampled_from(_NOTES),
    st.builds(Facts, _words, _words, _words, _words),
    st.sampled_from([200, 300]),
)
def test_a_linkedin_note_is_within_its_limit(template: Template, facts: Facts, limit: int) -> None:
    note = letters.linkedin_note(template, facts, limit)
    assert note
    assert letters.linkedin_length(note) <= limit


@given(
    st.builds(Facts, st.text(max_size=400), st.text(max_size=400), st.text(max_size=400)),
    st.integers(min_value=0, max_value=400),
)
def test_a_linkedin_note_keeps_any_limit_with_any_text(facts: Facts, limit: int) -> None:
    note = letters.linkedin_note(_NOTES[0], facts, limit)
    assert letters.linkedin_length(note) <= limit


def test_a_note_of_ones_own_that_never_fits_gives_way_to_the_shipped_one() -> None:
    own = dataclasses.replace(_NOTES[0], body="x" * 250, key="")
    assert letters.linkedin_note(own, Facts("Contoso"), 300) == "x" * 250
    assert "Contoso" in letters.linkedin_note(own, Facts("Contoso"), 200)


def test_linkedin_counts_an_emoji_as_two() -> None:
    assert letters.linkedin_length("ab") == 2
    assert letters.linkedin_length("🙂") == 2
    assert letters.linkedin_length("é中") == 2


def test_a_nudge_names_the_day_and_promises_to_be_the_last() -> None:
    facts = Facts("Contoso", "Analyst", asked_on=date(2026, 11, 20))
    body = letters.write(shipped(LetterKind.NUDGE), facts).body
    assert "on 20 November about" in body
    assert "I will not write about it again." in body
    american = dataclasses.replace(facts, american=True)
    assert "on November 20 about" in letters.write(shipped(LetterKind.NUDGE), american).body


def test_looking_again_mentions_the_company() -> None:
    letter = letters.write(shipped(LetterKind.LOOK_AGAIN), Facts("Contoso", "Analyst", "Priya"))
    assert letter.subject == "Still interested in Contoso"
    assert "Analyst" in letter.body


@pytest.mark.parametrize(
    ("american", "written"), [(False, "3 March 2027"), (True, "March 3, 2027")]
)
def test_days_are_written_the_british_or_the_american_way(american: bool, written: str) -> None:
    assert letters.written_day(date(2027, 3, 3), american=american) == written


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Priya Nair", "Priya"),
        ("Dr. Priya Nair", "Priya"),
        ("Prof. Dr Ana", "Ana"),
        ("Dr", "Dr"),
        ("田中美咲", "田中美咲"),
        ("", ""),
    ],
)
def test_the_first_name_leaves_titles_out(name: str, first: str) -> None:
    assert letters.first_name(name) == first
