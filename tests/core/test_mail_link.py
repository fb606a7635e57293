"""Links to the mail program: whole where they fit, without the body where they do not."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.mail_link import LONGEST, mail_link


def test_a_short_letter_is_in_the_link() -> None:
    link = mail_link("priya@example.org", "Thank you & more", "Dear Priya,\n\n100 % – π?")
    assert link.whole
    parts = urlsplit(link.url)
    assert parts.path == "priya@example.org"
    fields = parse_qs(parts.query)
    assert fields["subject"] == ["Thank you & more"]
    assert fields["body"] == ["Dear Priya,\r\n\r\n100 % – π?"]


def test_the_limit_counts_encoded_characters() -> None:
    start = len(mail_link("", "s", "").url)
    assert mail_link("", "s", "a" * (LONGEST - start)).whole
    assert not mail_link("", "s", "a" * (LONGEST - start + 1)).whole
    assert not mail_link("", "s", "中" * 200).whole  # nine characters each once encoded


@pytest.mark.parametrize(
    ("character", "cost"), [("a", 1), ("é", 6), ("中", 9), ("🙂", 12), ("\n", 6)]
)
@pytest.mark.parametrize("over", [-1, 0, 1])
def test_what_a_letter_costs_once_encoded(character: str, cost: int, over: int) -> None:
    room = LONGEST - len(mail_link("", "s", "").url)
    fitting, rest = divmod(room, cost)
    link = mail_link("", "s", "b" * (rest + over) + character * fitting)
    if rest + over < 0:
        return
    assert link.whole == (over <= 0)
    assert link.url.startswith("mailto:?subject=s")
    assert ("&body=" in link.url) == link.whole


@given(st.text("ab中 \n&?=#%@", max_size=3000), st.text("ab中 &?", max_size=900))
def test_no_link_is_longer_than_programs_take(body: str, subject: str) -> None:
    link = mail_link("", subject, body)
    assert len(link.url) <= LONGEST
    assert link.url.isascii()
    assert " " not in link.url


def test_what_no_link_can_hold_is_left_out() -> None:
    link = mail_link("a?b&c@example.org", "half \ud83d", "nul \0 and half \udc00")
    assert link.whole
    parts = urlsplit(link.url)
    assert parts.path == "a%3Fb%26c@example.org", "an address cannot add fields of its own"
    assert parse_qs(parts.query)["body"] == ["nul  and half \ufffd"]
