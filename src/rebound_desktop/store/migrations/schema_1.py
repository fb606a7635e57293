"""Schema 1: the first one. Frozen: it never imports today's tables and is never edited."""

from collections.abc import Callable

TABLES = """
CREATE TABLE applications (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    company TEXT NOT NULL DEFAULT '',
    company_key TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    location TEXT NOT NULL DEFAULT '',
    salary TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    advert TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL,
    furthest TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT '',
    applied_on TEXT,
    last_event_on TEXT,
    quiet_until TEXT
);
CREATE INDEX applications_company_key ON applications (company_key);
CREATE TABLE events (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    on_date TEXT NOT NULL,
    at_time TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    answer_by TEXT,
    retracted_at TEXT
);
CREATE INDEX events_application_id ON events (application_id);
CREATE TABLE rejections (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    event_id INTEGER REFERENCES events (id) ON DELETE SET NULL,
    on_date TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reached TEXT NOT NULL,
    how_told TEXT NOT NULL DEFAULT '',
    their_words TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
);
CREATE INDEX rejections_application_id ON rejections (application_id);
CREATE INDEX rejections_event_id ON rejections (event_id);
CREATE INDEX rejections_on_date ON rejections (on_date, id, outcome, reached)
    WHERE deleted_at IS NULL;
CREATE TABLE reasons (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    rejection_id INTEGER NOT NULL REFERENCES rejections (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    basis TEXT NOT NULL,
    control TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX reasons_rejection_id ON reasons (rejection_id);
CREATE TABLE reflections (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    rejection_id INTEGER NOT NULL UNIQUE REFERENCES rejections (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    path TEXT NOT NULL,
    page INTEGER NOT NULL,
    to_a_friend TEXT NOT NULL DEFAULT '',
    did_well TEXT NOT NULL DEFAULT '',
    do_differently TEXT NOT NULL DEFAULT '',
    learned TEXT NOT NULL DEFAULT '',
    not_before TEXT,
    finished_on TEXT
);
CREATE TABLE people (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    name TEXT NOT NULL DEFAULT '',
    company TEXT NOT NULL DEFAULT '',
    company_key TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL,
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    how_met TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    last_contact_on TEXT,
    known TEXT NOT NULL DEFAULT '',
    introduced_by_id INTEGER REFERENCES people (id) ON DELETE SET NULL
);
CREATE INDEX people_company_key ON people (company_key);
CREATE INDEX people_introduced_by_id ON people (introduced_by_id);
CREATE TABLE person_addresses (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX person_addresses_person_id ON person_addresses (person_id);
CREATE TABLE application_people (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role TEXT NOT NULL
);
CREATE INDEX application_people_application_id ON application_people (application_id);
CREATE INDEX application_people_person_id ON application_people (person_id);
CREATE UNIQUE INDEX application_people_application_id_person_id
    ON application_people (application_id, person_id);
CREATE TABLE feedback_requests (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    rejection_id INTEGER NOT NULL REFERENCES rejections (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
    to_name TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL,
    thanks_only INTEGER NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    draft TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    send_on TEXT,
    sent_on TEXT,
    nudged_on TEXT,
    reopened_on TEXT,
    answered_on TEXT,
    answer TEXT NOT NULL DEFAULT '',
    read_later INTEGER NOT NULL
);
CREATE INDEX feedback_requests_rejection_id ON feedback_requests (rejection_id);
CREATE INDEX feedback_requests_person_id ON feedback_requests (person_id);
CREATE TABLE letter_templates (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    kind TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    tone TEXT NOT NULL DEFAULT 'formal',
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    shipped TEXT NOT NULL DEFAULT ''
);
CREATE TABLE lessons (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    rejection_id INTEGER REFERENCES rejections (id) ON DELETE SET NULL,
    feedback_request_id INTEGER REFERENCES feedback_requests (id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    tried_on TEXT
);
CREATE INDEX lessons_rejection_id ON lessons (rejection_id);
CREATE INDEX lessons_feedback_request_id ON lessons (feedback_request_id);
CREATE TABLE plans (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    reflection_id INTEGER REFERENCES reflections (id) ON DELETE SET NULL,
    if_text TEXT NOT NULL DEFAULT '',
    then_text TEXT NOT NULL DEFAULT '',
    due_on TEXT
);
CREATE INDEX plans_reflection_id ON plans (reflection_id);
CREATE TABLE follow_ups (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    draft TEXT NOT NULL DEFAULT '',
    due_on TEXT NOT NULL,
    at_time TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    done_on TEXT,
    application_id INTEGER REFERENCES applications (id) ON DELETE CASCADE,
    rejection_id INTEGER REFERENCES rejections (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES people (id) ON DELETE CASCADE,
    feedback_request_id INTEGER REFERENCES feedback_requests (id) ON DELETE CASCADE,
    plan_id INTEGER REFERENCES plans (id) ON DELETE CASCADE
);
CREATE INDEX follow_ups_due_on ON follow_ups (due_on);
CREATE INDEX follow_ups_application_id ON follow_ups (application_id);
CREATE INDEX follow_ups_rejection_id ON follow_ups (rejection_id);
CREATE INDEX follow_ups_person_id ON follow_ups (person_id);
CREATE INDEX follow_ups_feedback_request_id ON follow_ups (feedback_request_id);
CREATE INDEX follow_ups_plan_id ON follow_ups (plan_id);
CREATE TABLE mood_checks (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    rejection_id INTEGER REFERENCES rejections (id) ON DELETE CASCADE,
    on_date TEXT NOT NULL,
    value INTEGER NOT NULL,
    moment TEXT NOT NULL
);
CREATE INDEX mood_checks_rejection_id ON mood_checks (rejection_id);
CREATE TABLE stories (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    title TEXT NOT NULL,
    moment TEXT NOT NULL DEFAULT '',
    situation TEXT NOT NULL DEFAULT '',
    task TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    action TEXT NOT NULL DEFAULT '',
    result TEXT NOT NULL DEFAULT '',
    learned TEXT NOT NULL DEFAULT '',
    applied TEXT NOT NULL DEFAULT '',
    expectation TEXT NOT NULL DEFAULT '',
    happened TEXT NOT NULL DEFAULT '',
    rejection_id INTEGER REFERENCES rejections (id) ON DELETE SET NULL,
    retired_at TEXT
);
CREATE INDEX stories_rejection_id ON stories (rejection_id);
CREATE TABLE story_forms (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    form TEXT NOT NULL,
    text TEXT NOT NULL,
    made_from TEXT NOT NULL DEFAULT ''
);
CREATE INDEX story_forms_story_id ON story_forms (story_id);
CREATE UNIQUE INDEX story_forms_story_id_form ON story_forms (story_id, form);
CREATE TABLE story_versions (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    moment TEXT NOT NULL DEFAULT '',
    situation TEXT NOT NULL DEFAULT '',
    task TEXT NOT NULL DEFAULT '',
    obstacle TEXT NOT NULL DEFAULT '',
    action TEXT NOT NULL DEFAULT '',
    result TEXT NOT NULL DEFAULT '',
    learned TEXT NOT NULL DEFAULT '',
    applied TEXT NOT NULL DEFAULT '',
    expectation TEXT NOT NULL DEFAULT '',
    happened TEXT NOT NULL DEFAULT ''
);
CREATE INDEX story_versions_story_id ON story_versions (story_id);
CREATE TABLE competencies (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    framework TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE UNIQUE INDEX competencies_framework_name
    ON competencies (framework, name);
CREATE TABLE story_competencies (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    competency_id INTEGER NOT NULL REFERENCES competencies (id) ON DELETE CASCADE,
    position INTEGER NOT NULL
);
CREATE INDEX story_competencies_story_id ON story_competencies (story_id);
CREATE INDEX story_competencies_competency_id ON story_competencies (competency_id);
CREATE UNIQUE INDEX story_competencies_story_id_competency_id
    ON story_competencies (story_id, competency_id);
CREATE TABLE tellings (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    application_id INTEGER REFERENCES applications (id) ON DELETE SET NULL,
    person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
    on_date TEXT NOT NULL,
    to_whom TEXT NOT NULL DEFAULT '',
    landed TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX tellings_story_id ON tellings (story_id);
CREATE INDEX tellings_application_id ON tellings (application_id);
CREATE INDEX tellings_person_id ON tellings (person_id);
CREATE TABLE prep_sheets (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    interview_on TEXT,
    at_time TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    questions TEXT NOT NULL DEFAULT '',
    own_questions TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    debriefed_on TEXT
);
CREATE INDEX prep_sheets_application_id ON prep_sheets (application_id);
CREATE TABLE prep_sheet_stories (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    prep_sheet_id INTEGER NOT NULL REFERENCES prep_sheets (id) ON DELETE CASCADE,
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL
);
CREATE INDEX prep_sheet_stories_prep_sheet_id ON prep_sheet_stories (prep_sheet_id);
CREATE INDEX prep_sheet_stories_story_id ON prep_sheet_stories (story_id);
CREATE UNIQUE INDEX prep_sheet_stories_prep_sheet_id_story_id
    ON prep_sheet_stories (prep_sheet_id, story_id);
CREATE TABLE prep_sheet_lessons (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    prep_sheet_id INTEGER NOT NULL REFERENCES prep_sheets (id) ON DELETE CASCADE,
    lesson_id INTEGER NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
    position INTEGER NOT NULL
);
CREATE INDEX prep_sheet_lessons_prep_sheet_id ON prep_sheet_lessons (prep_sheet_id);
CREATE INDEX prep_sheet_lessons_lesson_id ON prep_sheet_lessons (lesson_id);
CREATE UNIQUE INDEX prep_sheet_lessons_prep_sheet_id_lesson_id
    ON prep_sheet_lessons (prep_sheet_id, lesson_id);
CREATE TABLE prep_sheet_people (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    prep_sheet_id INTEGER NOT NULL REFERENCES prep_sheets (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    position INTEGER NOT NULL
);
CREATE INDEX prep_sheet_people_prep_sheet_id ON prep_sheet_people (prep_sheet_id);
CREATE INDEX prep_sheet_people_person_id ON prep_sheet_people (person_id);
CREATE UNIQUE INDEX prep_sheet_people_prep_sheet_id_person_id
    ON prep_sheet_people (prep_sheet_id, person_id);
CREATE TABLE questions (
    id INTEGER NOT NULL PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL, changed_at TEXT NOT NULL, deleted_at TEXT,
    text TEXT NOT NULL,
    competencies TEXT NOT NULL DEFAULT '',
    bank TEXT NOT NULL DEFAULT '',
    hidden INTEGER NOT NULL DEFAULT 0,
    application_id INTEGER REFERENCES applications (id) ON DELETE SET NULL,
    asked_on TEXT
);
CREATE INDEX questions_application_id ON questions (application_id);
CREATE TABLE drafts (
    form TEXT NOT NULL, about TEXT NOT NULL, texts TEXT NOT NULL, changed_at TEXT NOT NULL,
    PRIMARY KEY (form, about)
);
CREATE TABLE reminders_given (
    follow_up_id INTEGER NOT NULL PRIMARY KEY REFERENCES follow_ups (id) ON DELETE CASCADE,
    due_on TEXT NOT NULL,
    at_time TEXT NOT NULL
);
CREATE INDEX applications_company ON applications (company COLLATE NOCASE);
CREATE INDEX applications_role ON applications (role COLLATE NOCASE);
"""

# One view a kind says which words belong to a record; the index holds the words only (it is
# "contentless"), so that no text of the person is stored twice.
VIEWS = """
CREATE VIEW rejection_texts AS
SELECT
    rejections.id AS id,
    applications.company AS company,
    applications.role AS role,
    rejections.their_words || char(10) || rejections.notes || char(10)
        || coalesce((SELECT group_concat(to_a_friend || char(10) || did_well || char(10)
            || do_differently || char(10) || learned, char(10))
            FROM reflections WHERE rejection_id = rejections.id), '') || char(10)
        || coalesce((SELECT group_concat(label || char(10) || note || char(10)
            || replace(code, '_', ' '), char(10))
            FROM reasons WHERE rejection_id = rejections.id), '') || char(10)
        || coalesce((SELECT group_concat(text, char(10))
            FROM lessons WHERE rejection_id = rejections.id), '') || char(10)
        || coalesce((SELECT group_concat(to_name || char(10) || draft || char(10) || answer,
            char(10)) FROM feedback_requests WHERE rejection_id = rejections.id), '') || char(10)
        || applications.source || char(10) || applications.location || char(10)
        || applications.tags || char(10) || applications.notes AS body
FROM rejections JOIN applications ON applications.id = rejections.application_id;

CREATE VIEW application_texts AS
SELECT id, company, role, source || char(10) || location || char(10) || tags || char(10)
    || notes AS body
FROM applications;

CREATE VIEW person_texts AS
SELECT id, name, company, role || char(10) || title || char(10) || email || char(10) || phone
    || char(10) || link || char(10) || how_met || char(10) || notes || char(10)
    || coalesce((SELECT group_concat(text, char(10)) FROM person_addresses
        WHERE person_id = people.id AND deleted_at IS NULL), '') AS body
FROM people;

CREATE VIEW story_texts AS
SELECT
    stories.id AS id,
    stories.title AS title,
    coalesce((SELECT group_concat(competencies.name, char(10)) FROM story_competencies
        JOIN competencies ON competencies.id = story_competencies.competency_id
        WHERE story_competencies.story_id = stories.id), '') AS competencies,
    moment || char(10) || situation || char(10) || task || char(10) || obstacle || char(10)
        || action || char(10) || result || char(10) || learned || char(10) || applied
        || char(10) || happened AS body
FROM stories;
"""

INDEXES = """
CREATE VIRTUAL TABLE rejections_search USING fts5 (
    company, role, body, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
CREATE VIRTUAL TABLE applications_search USING fts5 (
    company, role, body, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
CREATE VIRTUAL TABLE people_search USING fts5 (
    name, company, body, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
CREATE VIRTUAL TABLE stories_search USING fts5 (
    title, competencies, body, content='', contentless_delete=1,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
"""


def _triggers(index: str, view: str, columns: str, table: str, owner: str, *, own: bool) -> str:
    """Return the triggers that renew ``index`` when a row of ``table`` changes.

    ``owner`` gives the ids of the records concerned, with ``ROW`` standing for NEW or OLD; with
    ``own`` the table holds the records themselves, so that a deleted row leaves the index.
    """

    def renew(row: str) -> str:
        ids = owner.replace("ROW", row)
        return (
            f"DELETE FROM {index} WHERE rowid IN ({ids}); "
            f"INSERT INTO {index} (rowid, {columns}) "
            f"SELECT id, {columns} FROM {view} WHERE id IN ({ids});"
        )

    on_delete = f"DELETE FROM {index} WHERE rowid = OLD.id;" if own else renew("OLD")
    on_insert = (
        f"INSERT INTO {index} (rowid, {columns}) SELECT id, {columns} FROM {view} "
        f"WHERE id = NEW.id;"
        if own
        else renew("NEW")
    )
    # A row that moves to another owner concerns both.
    on_update = renew("NEW") if own else renew("OLD") + renew("NEW")
    return (
        f"CREATE TRIGGER {table}_{index}_insert AFTER INSERT ON {table} BEGIN {on_insert} END;\n"
        f"CREATE TRIGGER {table}_{index}_update AFTER UPDATE ON {table} BEGIN {on_update} END;\n"
        f"CREATE TRIGGER {table}_{index}_delete AFTER DELETE ON {table} BEGIN {on_delete} END;\n"
    )


def _all_triggers() -> str:
    rejections = ("rejections_search", "rejection_texts", "company, role, body")
    applications = ("applications_search", "application_texts", "company, role, body")
    people = ("people_search", "person_texts", "name, company, body")
    stories = ("stories_search", "story_texts", "title, competencies, body")
    parts = [
        _triggers(*rejections, "rejections", "ROW.id", own=True),
        _triggers(*applications, "applications", "ROW.id", own=True),
        _triggers(*people, "people", "ROW.id", own=True),
        _triggers(*people, "person_addresses", "ROW.person_id", own=False),
        _triggers(*stories, "stories", "ROW.id", own=True),
        _triggers(*stories, "story_competencies", "ROW.story_id", own=False),
    ]
    for table in ("reflections", "reasons", "lessons", "feedback_requests"):
        parts.append(_triggers(*rejections, table, "ROW.rejection_id", own=False))
    # New applications and competencies have nothing yet; deleted ones take it along.
    for each, table, owner in (
        (rejections, "applications", "SELECT id FROM rejections WHERE application_id = ROW.id"),
        (
            stories,
            "competencies",
            "SELECT story_id FROM story_competencies WHERE competency_id = ROW.id",
        ),
    ):
        lines = _triggers(*each, table, owner, own=False).splitlines()
        parts.append(next(line for line in lines if "_update AFTER" in line))
    return "\n".join(parts)


def apply(run: Callable[[str], None]) -> None:
    """Make the tables of schema 1; ``run`` executes a script of SQL statements."""
    for script in (TABLES, VIEWS, INDEXES, _all_triggers()):
        run(script)
