"""When two spellings mean one company."""

import re

from rebound_desktop.core.plain_text import folded

#: Legal forms that say nothing about which company is meant.
_LEGAL_FORMS = frozenset(
    "ab ag as asa bv co company corp corporation gmbh inc incorporated kg limited llc llp ltd "
    "nv oy plc pte pty sa sarl se spa srl".split()
)


def company_key(name: str) -> str:
    """Return what two spellings of one company have in common.

    Case, accents, punctuation and a legal form at the end are ignored: "Contoso, Ltd." and
    "contoso" give the same key. An empty name gives an empty key.
    """
    parts = re.sub(r"[^\w\s]", "", folded(name)).split()
    while len(parts) > 1 and parts[-1] in _LEGAL_FORMS:
        parts.pop()
    return " ".join(parts)
