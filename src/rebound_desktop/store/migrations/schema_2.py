"""Schema 2: which edits each field has seen, what is gone for good, and the person's own settings.

Frozen: it never imports today's tables and is never edited once it is released.
"""

from collections.abc import Callable

TABLES = """
CREATE TABLE field_versions (
    id INTEGER NOT NULL PRIMARY KEY,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    seen TEXT NOT NULL,
    UNIQUE (record, field)
);
CREATE TABLE erased (
    id INTEGER NOT NULL PRIMARY KEY,
    record TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    became TEXT NOT NULL DEFAULT '',
    seen TEXT
);
CREATE TABLE personal_settings (
    name TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
);
"""

#: The tables whose rows are records of their own.
RECORDS = (
    "applications",
    "events",
    "rejections",
    "reasons",
    "reflections",
    "people",
    "feedback_requests",
    "letter_templates",
    "lessons",
    "plans",
    "follow_ups",
    "mood_checks",
    "stories",
    "competencies",
    "tellings",
    "prep_sheets",
    "questions",
)

# Nobody noted yet which field was changed when. "*" says of all: at the latest then.
CHANGED = """
INSERT INTO field_versions (record, field, seen)
    SELECT uuid, '*', json_object('', changed_at) FROM {table} WHERE changed_at > created_at;
INSERT INTO field_versions (record, field, seen)
    SELECT uuid, 'deleted_at', json_object('', deleted_at) FROM {table}
    WHERE deleted_at IS NOT NULL;
"""


def apply(run: Callable[[str], None]) -> None:
    """Make the tables, and note when each record was changed last."""
    run(TABLES)
    for table in RECORDS:
        run(CHANGED.format(table=table))
