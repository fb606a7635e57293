"""Tags as a person types them: words between commas."""

from rebound_desktop.core.plain_text import folded, one_line


def split_tags(text: str) -> list[str]:
    """Return the tags in a text in their order, each once; case and accents make no other tag."""
    found: dict[str, str] = {}
    for each in text.replace(";", ",").split(","):
        tag = one_line(each).lstrip("# ")
        if tag:
            found.setdefault(folded(tag), tag)
    return list(found.values())


def has_tags(text: str, wanted: frozenset[str]) -> bool:
    """Say whether a text has all of these tags, which are given as ``folded`` gives them."""
    return wanted <= {folded(each) for each in split_tags(text)}
