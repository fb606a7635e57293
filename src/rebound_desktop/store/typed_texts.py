"""What a person typed, as the columns of a record take it."""

from collections.abc import Collection, Mapping

from rebound_desktop.core.plain_text import one_line, storable


def cleaned(
    values: Mapping[str, str], editable: Collection[str], long: Collection[str]
) -> dict[str, str]:
    """Return texts by column as they are stored: on one line, unless the column is a long one.

    Raises ValueError for a column that is not among the ``editable`` ones.
    """
    unknown = set(values) - set(editable)
    if unknown:
        raise ValueError(f"not columns that a person edits: {sorted(unknown)}")
    return {
        name: storable(value) if name in long else one_line(value) for name, value in values.items()
    }
