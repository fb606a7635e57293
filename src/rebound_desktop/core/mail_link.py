"""Links that open a mail program with a letter in it (RFC 6068)."""

from dataclasses import dataclass
from urllib.parse import quote

from rebound_desktop.core.plain_text import storable

#: Encoded characters up to which mail programs take a link whole: some on Windows cut at about
#: 2,000, webmail handlers near 1,600.
LONGEST = 1600


@dataclass(frozen=True, slots=True)
class MailLink:
    """A ``mailto:`` address; ``whole`` says whether the body is in it."""

    url: str
    whole: bool


def mail_link(address: str, subject: str, body: str) -> MailLink:
    """Return a link with subject and body, or with the subject only where it would be too long.

    Only subject and body are dependable across mail programs. Line breaks become CRLF, as the
    RFC asks. ``address`` may be empty.
    """
    address, subject, body = map(storable, (address, subject, body))
    start = f"mailto:{quote(address.strip(), safe='@')}?subject={quote(subject, safe='')}"
    body = body.replace("\n", "\r\n")
    url = f"{start}&body={quote(body, safe='')}"
    if len(url) <= LONGEST:
        return MailLink(url, True)
    return MailLink(start if len(start) <= LONGEST else "mailto:", False)
