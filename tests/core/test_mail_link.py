"""Links to the mail program: whole where they fit, without the body where they do not."""

from urllib.parse import parse_qs, urlsplit

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


@given(st.text("ab中 \n&?=#%@", max_size=3000), st.text("ab中 &?", max_size=900))
def test_no_link_is_longer_than_programs_take(body: str, subject: str) -> None:
    link = mail_link("", subject, body)
    assert len(link.url) <= LONGEST
    assert link.url.isascii()
    assert " " not in link.url
