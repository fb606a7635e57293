"""Texts are split into whole sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.sentences import beginning, is_ended, sentences


def split(text: str) -> list[str]:
    return [each.text for each in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" \n ", []),
        ("I did it", ["I did it"]),
        ("It ended. 40 stores stood still.", ["It ended.", "40 stores stood still."]),
        ("I met Dr. Smith at 9 a.m. He smiled!", ["I met Dr. Smith at 9 a.m. He smiled!"]),
        ("From 3.5 to 2.1 M. Good.", ["From 3.5 to 2.1 M.", "Good."]),
        ("In the U.S. Army I led. Then", ["In the U.S. Army I led.", "Then"]),
        ("We, i.e. Anna and J. Smith, won.", ["We, i.e. Anna and J. Smith, won."]),
        ("I said no. They asked again.", ["I said no.", "They asked again."]),
        ("It was no. 5. See fig. 3.", ["It was no. 5.", "See fig. 3."]),
        (
            "Am 3. Mai, z. B. abends, fing ich an. Gut.",
            ["Am 3. Mai, z. B. abends, fing ich an.", "Gut."],
        ),
        ("Well... yes. Hm… No.", ["Well... yes.", "Hm…", "No."]),
        ("“Why? How?” she asked. I knew.", ["“Why? How?” she asked.", "I knew."]),
        ('He said "Stop. Think." Then left.', ['He said "Stop. Think."', "Then left."]),
        ('It was 5" wide. It fell.', ['It was 5" wide.', "It fell."]),
        (
            "It sold (mostly. At last.) and well. Yes.",
            ["It sold (mostly. At last.) and well.", "Yes."],
        ),
        ("売上が落ちた。原因を調べた！", ["売上が落ちた。", "原因を調べた！"]),
        ("「なぜ？」と聞いた。答えた。", ["「なぜ？」と聞いた。", "答えた。"]),
        ("ماذا حدث؟ نجحنا.", ["ماذا حدث؟", "نجحنا."]),
        ("क्या हुआ। ठीक है।", ["क्या हुआ।", "ठीक है।"]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("I rang the\nvendor. Done", ["I rang the vendor.", "Done"]),
        ("- rang them\n- asked why. Twice.", ["rang them", "asked why.", "Twice."]),
        ("1. rang them\n2) asked", ["rang them", "asked"]),
        ("Two things:\n- rang them\n- asked", ["Two things:\n• rang them", "asked"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_line_broken_by_a_mail_program_goes_on() -> None:
    text = (
        "This rather long line was broken by a mail program in the midst of\nBerlin, I think. Yes."
    )
    assert split(text) == [text.split(" Yes")[0].replace("\n", " "), "Yes."]


def test_gaps_say_what_stood_between() -> None:
    found = sentences("One. Two.\n- Three\n\nFour。五。")
    assert [each.gap for each in found] == ["", " ", "\n", "\n\n", ""]
    assert [each.bullet for each in found] == [False, False, True, False, False]


def test_an_end_is_known() -> None:
    assert is_ended("Done.")
    assert is_ended("“Done!”")
    assert is_ended("終わった。")
    assert not is_ended("Done")


pieces = st.lists(
    st.sampled_from(
        ["I", "led", "Dr.", "3.5", "e.g.", "...", "…", "?", "!", ".", "“", "”", '"', "(", ")", "\n"]
        + [
            "\n\n",
            "- ",
            "• ",
            "1. ",
            "売上",
            "。",
            "「",
            "」",
            ":",
            "Then",
            "we",
            "won.",
            " ",
            "U.S.",
        ]
    ),
    max_size=60,
)


@given(pieces.map(" ".join) | pieces.map("".join) | st.text(max_size=300))
def test_nothing_is_lost_or_invented(text: str) -> None:
    """Joined again, the sentences are the text but for white space and signs of lists."""
    signs = "-*•‣◦▪·–—.)0123456789"
    joined = "".join(each.text for each in sentences(text))
    left = [each for each in "".join(text.split()) if each not in signs]
    found = [each for each in "".join(joined.split()) if each not in signs]
    assert found == left


@given(st.text(alphabet="ab. \n!?:", max_size=200))
def test_splitting_a_sentence_again_changes_nothing(text: str) -> None:
    for each in sentences(text):
        again = [inner.text for inner in sentences(each.text)]
        assert again == [each.text] or "\n" in each.text


def test_a_text_without_end_is_told_from_its_beginning() -> None:
    assert beginning("Short. Stays.") == "Short. Stays."
    book = "I rang the vendor. " * 20_000
    begun = beginning(book)
    assert book.startswith(begun)
    assert begun.endswith(("I", "rang", "the", "vendor."))
    assert 10_000 < len(begun) <= 20_000
    assert beginning("x" * 50_000) == "x" * 20_000


def test_many_short_lines_are_one_sentence() -> None:
    found = sentences("ab\n" * 300_000)
    assert [len(each.text) for each in found] == [900_000 - 1]
