"""Make tests/data/schema-1.db: a store as the first release writes it, with made-up content.

Run once, from the folder of the project:  python tests/data/make_schema_1.py

It uses the frozen step of schema 1 and plain SQL only, so that it makes the same file whatever
the program has become since. Once schema 1 is released, the file is not made again.
"""

import sys
from pathlib import Path
from uuid import UUID, uuid5

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store.database import APPLICATION_ID, run_script
from rebound_desktop.store.migrations import schema_1

NAMESPACE = UUID("0f6d2b0c-7d0a-4a8e-9a55-1f6f6f6f2b99")
MOMENT = "2026-11-20T09:30:00.000001Z"
WORDS = "Wir haben uns anders entschieden. 再见 👋"

#: One or two rows a table, by column; what is left out has its default.
ROWS: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "applications",
        {
            "company": "Northwind “Nord” & Söhne",
            "company_key": "northwind nord sohne",
            "role": "Keeper of the lighthouse",
            "advert": "Line one\nLine two\n\n\tA tab, a 'quote' and 100 %",
            "stage": "closed",
            "furthest": "final",
            "outcome": "no",
            "applied_on": "2026-10-02",
            "last_event_on": "2026-11-20",
        },
    ),
    (
        "applications",
        {
            "company": "Tailspin",
            "company_key": "tailspin",
            "stage": "applied",
            "furthest": "applied",
            "applied_on": "2026-11-01",
            "last_event_on": "2026-11-01",
            "quiet_until": "2026-12-15",
        },
    ),
    ("events", {"application_id": 1, "kind": "applied", "on_date": "2026-10-02"}),
    (
        "events",
        {
            "application_id": 1,
            "kind": "no",
            "on_date": "2026-11-19",
            "stage": "final",
            "retracted_at": MOMENT,
        },
    ),
    ("events", {"application_id": 1, "kind": "no", "on_date": "2026-11-20", "stage": "final"}),
    (
        "events",
        {
            "application_id": 2,
            "kind": "applied",
            "on_date": "2026-11-01",
            "answer_by": "2026-11-20",
        },
    ),
    (
        "rejections",
        {
            "application_id": 1,
            "event_id": 3,
            "on_date": "2026-11-20",
            "outcome": "no",
            "reached": "final",
            "how_told": "email",
            "their_words": WORDS,
        },
    ),
    (
        "reasons",
        {
            "rejection_id": 1,
            "code": "other",
            "label": "The tide",
            "basis": "told",
            "control": "not_mine",
        },
    ),
    (
        "reflections",
        {
            "rejection_id": 1,
            "state": "paused",
            "path": "all",
            "page": 3,
            "did_well": "I asked before I answered.",
        },
    ),
    (
        "people",
        {
            "name": "أمينة",
            "company": "Northwind “Nord” & Söhne",
            "company_key": "northwind nord sohne",
            "role": "interviewer",
            "known": "met_once",
        },
    ),
    ("person_addresses", {"person_id": 1, "kind": "email", "text": "amina@example.org"}),
    ("application_people", {"application_id": 1, "person_id": 1, "role": "interviewer"}),
    (
        "feedback_requests",
        {
            "rejection_id": 1,
            "person_id": 1,
            "channel": "email",
            "thanks_only": 0,
            "draft": "Thank you for your time.",
            "state": "drafted",
            "send_on": "2026-11-21",
            "read_later": 1,
        },
    ),
    (
        "letter_templates",
        {"kind": "nudge", "name": "Short", "body": "Hello[ {first_name}], …", "tone": "friendly"},
    ),
    (
        "lessons",
        {
            "rejection_id": 1,
            "feedback_request_id": 1,
            "text": "Ask who is on the panel",
            "state": "kept",
        },
    ),
    ("plans", {"reflection_id": 1, "if_text": "it rains", "then_text": "I write"}),
    (
        "follow_ups",
        {
            "kind": "plan",
            "title": "Write",
            "due_on": "2026-11-28",
            "state": "open",
            "plan_id": 1,
            "rejection_id": 1,
            "application_id": 1,
        },
    ),
    (
        "mood_checks",
        {"rejection_id": 1, "on_date": "2026-11-20", "value": 40, "moment": "before"},
    ),
    ("stories", {"title": "Kept the light on", "action": "I climbed up.", "rejection_id": 1}),
    ("stories", {"title": "One that was deleted", "deleted_at": MOMENT}),
    (
        "story_forms",
        {"story_id": 1, "form": "one_line", "text": "I kept the light on.", "made_from": "0f"},
    ),
    ("story_versions", {"story_id": 1, "title": "The light", "action": "I climbed."}),
    ("competencies", {"framework": "own", "name": "Patience"}),
    ("story_competencies", {"story_id": 1, "competency_id": 1, "position": 0}),
    (
        "tellings",
        {"story_id": 1, "application_id": 2, "person_id": 1, "on_date": "2026-11-02"},
    ),
    ("prep_sheets", {"application_id": 2, "interview_on": "2026-12-01", "at_time": "14:00"}),
    ("prep_sheet_stories", {"prep_sheet_id": 1, "story_id": 1, "position": 0}),
    ("prep_sheet_lessons", {"prep_sheet_id": 1, "lesson_id": 1, "position": 0}),
    ("prep_sheet_people", {"prep_sheet_id": 1, "person_id": 1, "position": 0}),
    ("questions", {"text": "What would you do first?", "application_id": 2}),
)


def put_rows(connection: sqlcipher.Connection) -> None:
    """Write the made-up content."""
    for number, (table, values) in enumerate(ROWS):
        uuid = str(uuid5(NAMESPACE, f"{table}/{number}"))
        row = {"uuid": uuid, "created_at": MOMENT, "changed_at": MOMENT, **values}
        connection.execute(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
            tuple(row.values()),
        )


def make(path: Path) -> None:
    """Make the file; one that is there already is replaced."""
    path.unlink(missing_ok=True)
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("BEGIN")
    schema_1.apply(lambda script: run_script(connection, script))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    put_rows(connection)
    connection.execute("COMMIT")
    connection.close()


if __name__ == "__main__":
    make(Path(__file__).with_name("schema-1.db"))
    sys.exit(0)
