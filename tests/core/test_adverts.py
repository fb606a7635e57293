"""An advert is cut into its pieces, and talk weighs little."""

from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.adverts import Piece, pieces

ADVERT = """Night Porter
About us
We are a family of nine hotels and proud winners of three awards.
Your tasks:
• Check guests in and out
• Answer the phone,
  and keep the log
Benefits
25 days of holiday, pension, free meals
"""


def _by_text(advert: str) -> dict[str, Piece]:
    return {each.text: each for each in pieces(advert)}


def test_duties_weigh_more_than_company_and_benefits() -> None:
    cut = _by_text(ADVERT)
    duty = cut["Check guests in and out"].weight
    assert duty > 0.9
    assert cut["Night Porter"].weight > 2 * duty
    assert cut["We are a family of nine hotels and proud winners of three awards."].weight < 0.2
    assert cut["25 days of holiday, pension, free meals"].weight < 0.2
    assert cut["Benefits"].is_heading


def test_places_are_those_of_the_advert() -> None:
    for each in pieces(ADVERT):
        assert ADVERT[each.start : each.end] == each.text


def test_a_sentence_broken_by_a_line_end_is_one_piece() -> None:
    assert "Answer the phone,\n  and keep the log" in _by_text(ADVERT)


def test_broken_bullets_and_bullets_in_one_line_are_found() -> None:
    assert {"Sort the post", "Greet visitors"} <= set(
        _by_text("Tasks:\nâ€¢ Sort the post\nâ€¢ Greet visitors")
    )
    line = "Team leader. Job: " + " ".join(
        f"*{each}" for each in ("Lead a shift of drivers", "Plan the routes", "Keep the site safe")
    )
    line += " and much more that makes this line as long as a line without breaks is"
    assert {"Plan the routes"} <= set(_by_text(line * 2))


def test_a_skill_in_a_short_line_is_no_heading() -> None:
    cut = _by_text("Clerk\nRequirements\nExceptional organisation skills\nGood typing")
    assert cut["Requirements"].is_heading
    assert not cut["Exceptional organisation skills"].is_heading


def test_huge_and_strange_texts_are_cut() -> None:
    assert _by_text(" " * 1_000_000 + "x") == {}
    for text in ("you will " * 100_000, "a. A. " * 100_000):
        assert pieces(text)


@given(st.text(max_size=400))
def test_any_text_is_cut_inside_its_bounds(text: str) -> None:
    end = 0
    for each in pieces(text):
        assert end <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        assert each.text.strip()
        end = each.end
