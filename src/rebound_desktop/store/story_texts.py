"""All stories at once, as the ranking reads them."""

from typing import Literal

from rebound_desktop.core.matching import StoryText
from rebound_desktop.core.sentences import beginning
from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.store import records
from rebound_desktop.store.tables import database

#: Tables whose changes change what is ranked.
TABLES = ("stories", "story_competencies", "competencies")


def read(by: Literal["id", "uuid"] = "id") -> list[StoryText]:
    """Return the stories that are neither deleted nor retired, the oldest first.

    Of a text without end its beginning is read. ``by`` says what their ``id`` is: the number in
    this store, or the UUID that the archive has. Works in any thread.
    """
    with records.snapshot():
        labels: dict[int, list[str]] = {}
        for story_id, name in database.execute_sql(
            "SELECT story_id, name FROM story_competencies "
            "JOIN competencies ON competencies.id = competency_id "
            "WHERE story_competencies.deleted_at IS NULL AND competencies.deleted_at IS NULL "
            "ORDER BY position, story_competencies.id"
        ):
            labels.setdefault(story_id, []).append(name)
        rows = database.execute_sql(
            f"SELECT id, {by}, title, expectation, {', '.join(FIELDS)} FROM stories "
            "WHERE deleted_at IS NULL AND retired_at IS NULL ORDER BY id"
        ).fetchall()
    return [
        StoryText(
            id=name,
            title=title,
            fields=dict(zip(FIELDS, map(beginning, texts), strict=True)),
            competencies=labels.get(number, ()),
            expectation=expectation,
        )
        for number, name, title, expectation, *texts in rows
    ]
