"""The grammar of letters: what is filled in, what gives way, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.letter_grammar import FIELDS, LetterTextError, check, fill
from rebound_desktop.core.letter_templates import SHIPPED


@pytest.mark.parametrize(
    ("text", "facts", "letter"),
    [
        ("Dear {name},", {"name": "Priya"}, "Dear Priya,"),
        ("Dear { name },", {"name": "Priya"}, "Dear Priya,"),
        ("[Dear {name}|Hello],", {}, "Hello,"),
        ("the role[ of {role}][ at {company}].", {"company": "Contoso"}, "the role at Contoso."),
        ("a[ {role} at {company}] b", {"role": "x"}, "a b"),
        ("one {role} two", {}, "one two"),
        ("a\n\n[{role}]\n\nb", {}, "a\n\nb"),
        ("{{company}} [[x]] a|b", {"company": "no"}, "{company} [x] a|b"),
        ("{company}", {"company": "{role} [x|y]"}, "{role} [x|y]"),
    ],
)
def test_fields_are_filled_and_parts_give_way(
    text: str, facts: dict[str, str], letter: str
) -> None:
    assert fill(text, facts) == letter


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Dear {nam},", "“{nam}” is not a field"),
        ("Dear {},", "is not a field"),
        ("Dear {name", "“{” is not closed"),
        ("Dear {name\n}", "“{” is not closed"),
        ("Dear name}", "“}” closes nothing"),
        ("[Dear {name}", "“[” is not closed"),
        ("Dear]", "“]” closes nothing"),
        ("[a [b]]", "within a “[”"),
        ("[a {comp}]", "is not a field"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(text: str, what: str) -> None:
    with pytest.raises(LetterTextError) as refusal:
        check(text)
    assert what in str(refusal.value)
    assert str(refusal.value).endswith(".")


@given(st.text("ab{}[]| \n"))
def test_any_text_is_either_refused_or_filled_without_its_grammar(text: str) -> None:
    try:
        check(text)
    except LetterTextError:
        return
    assert isinstance(fill(text, {}), str)


@given(st.text())
def test_a_text_that_is_doubled_stands_for_itself(text: str) -> None:
    doubled = text
    for each in "{}[]":
        doubled = doubled.replace(each, each * 2)
    plain = " ".join(text.split())
    assert " ".join(fill(doubled, {}).split()) == plain


@pytest.mark.parametrize("template", SHIPPED, ids=lambda each: each.key)
def test_every_shipped_letter_keeps_to_the_grammar(template: object) -> None:
    check(template.body)  # type: ignore[attr-defined]
    check(template.subject)  # type: ignore[attr-defined]


def test_every_field_is_known_to_the_facts() -> None:
    from rebound_desktop.core.letters import Facts, fields_of

    assert set(fields_of(Facts())) == set(FIELDS)
