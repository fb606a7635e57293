"""The prep sheet as text, Markdown and HTML."""

from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.prep_sheet import (
    PARTS,
    Sheet,
    SheetStory,
    as_html,
    as_markdown,
    as_text,
    blocks,
    cues,
    lines_of,
)

HEADINGS = {each: each.replace("_", " ").title() for each in PARTS}
SHEET = Sheet(
    title="Tailspin, Data Lead",
    when="Thursday 26 Nov, 14:00 · video",
    people=("Lena Fischer, Hiring manager",),
    stories=(
        SheetStory("Kept the date", ("I rang them.", "It worked."), "told there on 3 Nov"),
        SheetStory("Calmed a client"),
    ),
    lessons=("Breathe",),
    questions=("A deadline you nearly missed?",),
    own_questions=("What would you stop?",),
    notes="Bring:\nthe book",
)


def test_plain_text_says_everything_in_order() -> None:
    assert as_text(blocks(SHEET, HEADINGS)) == (
        "Tailspin, Data Lead\n"
        "Thursday 26 Nov, 14:00 · video\n"
        "\nPEOPLE\n• Lena Fischer, Hiring manager\n"
        "\nSTORIES\n1. Kept the date (told there on 3 Nov)\n   – I rang them.\n   – It worked.\n"
        "2. Calmed a client\n"
        "\nLESSONS\n• Breathe\n"
        "\nQUESTIONS\n• A deadline you nearly missed?\n"
        "\nOWN QUESTIONS\n• What would you stop?\n"
        "\nNOTES\nBring:\nthe book\n"
    )


def test_markdown_has_headings_and_lists() -> None:
    text = as_markdown(blocks(SHEET, HEADINGS))

    assert text.startswith("# Tailspin, Data Lead\n\nThursday 26 Nov, 14:00 · video\n\n## People\n")
    assert "1. **Kept the date** – *told there on 3 Nov*\n   - I rang them.\n" in text
    assert "Bring:  \nthe book" in text
    assert "\n\n\n" not in text


def test_signs_of_markdown_in_the_persons_words_stay_signs() -> None:
    sheet = Sheet("# *Bold* <b>", notes="- not a list\n1. nor this\n[no](link)\n===\n&amp; R&D")

    text = as_markdown(blocks(sheet, HEADINGS))

    assert text.startswith("# \\# \\*Bold\\* \\<b\\>\n")
    assert "\\- not a list" in text
    assert "1\\. nor this" in text
    assert "\\[no\\](link)" in text
    assert "\n\\===" in text, "no line under a heading"
    assert "\\&amp; R&D" in text, "no letter written as a name"


def test_html_in_the_persons_words_stays_text() -> None:
    sheet = Sheet("<img src=x>", stories=(SheetStory("a & b", ("<script>",), "<i>"),), notes="<\n>")

    text = as_html(blocks(sheet, HEADINGS))

    assert "<img" not in text
    assert "<script" not in text
    assert "<i>" not in text
    assert "a &amp; b" in text
    assert "&lt;<br>&gt;" in text


def test_an_empty_sheet_is_its_title() -> None:
    assert as_text(blocks(Sheet("Prepare"), HEADINGS)) == "Prepare\n"
    assert as_markdown(blocks(Sheet("Prepare"), HEADINGS)) == "# Prepare\n"


@given(st.text(), st.lists(st.text()))
def test_any_words_make_a_sheet_without_tags_of_theirs(notes: str, lines: list[str]) -> None:
    made = blocks(Sheet("x", lessons=lines, notes=notes), HEADINGS)

    html = as_html(made)
    assert html.count("<li>") == len(lines)
    assert as_text(made)
    assert as_markdown(made).endswith("\n")


def test_cues_are_whole_sentences_of_each_part() -> None:
    texts = {
        "moment": "Never told here.",
        "situation": "It was Friday. It rained.",
        "action": "I rang. I drove. I slept.",
        "result": "They stayed. All of them.",
    }

    assert cues(texts) == ("It was Friday.", "I rang.", "I drove.", "They stayed.")
    assert cues({"moment": "A customer wrote.\nThanks."}) == ("A customer wrote.", "Thanks.")
    assert cues({"title": "Only a title"}) == ()


def test_lines_without_words_do_not_count() -> None:
    assert lines_of(" a \n\n b  c\n") == ["a", "b c"]
