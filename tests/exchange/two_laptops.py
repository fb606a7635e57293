"""Two stores, worked on as a person works on two laptops, and what they exchange."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from rebound_desktop.core import clock
from rebound_desktop.core.stories import Form
from rebound_desktop.core.vocabulary import (
    EventKind,
    FollowUpKind,
    MoodMoment,
    PersonRole,
    ReasonCode,
    ReflectionPath,
    Stage,
)
from rebound_desktop.exchange import archive, archive_merging
from rebound_desktop.exchange.archive_reading import read
from rebound_desktop.store import (
    applications,
    backup,
    bad_news,
    bin_contents,
    changes,
    competencies,
    database,
    erasing,
    feedback,
    followups,
    lessons,
    moods,
    people,
    people_merging,
    prep_sheets,
    reflections,
    rejections,
    stories,
    story_forms,
    story_merging,
)
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import database as connection


@contextmanager
def at(folder: Path) -> Iterator[Path]:
    """Open the store of one of the laptops."""
    database.open_store(folder)
    try:
        yield folder
    finally:
        database.close_store()


def exported() -> bytes:
    parts: list[str] = []
    archive.export(parts.append)
    return "".join(parts).encode()


def archive_of(folder: Path) -> bytes:
    with at(folder):
        return exported()


def merge(content: bytes, folder: Path) -> archive_merging.Report:
    """Merge an archive into the store that is open."""
    plan = archive_merging.look(read(content, "x.json"))
    return archive_merging.apply(plan, folder / backup.FOLDER)


def merged_into(folder: Path, content: bytes) -> archive_merging.Report:
    with at(folder):
        return merge(content, folder)


def exchanged(one: Path, other: Path) -> tuple[bytes, bytes]:
    """Merge each one's archive into the other one; return what both export afterwards."""
    first, second = archive_of(one), archive_of(other)
    merged_into(one, second)
    merged_into(other, first)
    return archive_of(one), archive_of(other)


def pick(table: str, which: int, *, deleted: bool = False) -> int | None:
    """Return the number of a record, the same one in two stores that hold the same."""
    rows = connection.execute_sql(
        f"SELECT id FROM {table} WHERE deleted_at IS {'NOT ' if deleted else ''}NULL "
        f"ORDER BY created_at, uuid"
    ).fetchall()
    return rows[which % len(rows)][0] if rows else None


def work(what: str, which: int, text: str) -> None:
    """Do one thing that a person does, where there is something to do it with."""
    try:
        _WORK[what](which, text)
    except RefusedError:
        return


def _with(table: str, do: Callable[[int, int, str], object]) -> Callable[[int, str], None]:
    def found(which: int, text: str) -> None:
        number = pick(table, which)
        if number is not None:
            do(number, which, text)

    return found


def _day(which: int) -> date:
    return clock.today() - timedelta(days=which % 3)


def _note(number: int, _which: int, text: str) -> None:
    applications.edit(number, {"notes": text})


def _rename(number: int, _which: int, text: str) -> None:
    applications.edit(number, {"role": text})


def _log(number: int, which: int, text: str) -> None:
    made = rejections.log(number, on=_day(which), reached=Stage.SCREENING, their_words=text)
    reflections.begin(made.id, ReflectionPath.ALL)


def _label(number: int, which: int, text: str) -> None:
    names = ["Patience", "Humour", f"Own {which % 4}"]
    competencies.set_labels(number, [("own", each) for each in names[: 1 + which % 3]])


def _plan_interview(number: int, which: int, text: str) -> None:
    sheet = prep_sheets.begin(number)
    story = pick("stories", which)
    prep_sheets.set_stories(sheet.id, [story] if story else [])
    prep_sheets.edit(sheet.id, {"notes": text})


def _meet(number: int, which: int, text: str) -> None:
    person = pick("people", which)
    if person is not None:
        people.meet(number, person, list(PersonRole)[which % len(PersonRole)])


def _merge_people(number: int, which: int, text: str) -> None:
    other = pick("people", which + 1)
    if other is not None:
        people_merging.merge(number, other)


def _part(number: int, which: int, _text: str) -> None:
    person = pick("people", which)
    if person is not None:
        people.part(number, person)


def _expect(number: int, which: int, _text: str) -> None:
    chosen = [pick("people", which + each) for each in range(which % 4)]
    prep_sheets.set_people(number, [each for each in chosen if each is not None])


def _bring(number: int, which: int, _text: str) -> None:
    lesson = pick("lessons", which)
    prep_sheets.set_lessons(number, [lesson] if lesson else [])


def _introduce(number: int, which: int, _text: str) -> None:
    people.set_introduced_by(number, pick("people", which + 1) if which % 3 else None)


def _thank(number: int, which: int, text: str) -> None:
    made = feedback.draft(number, to_name=text, person=pick("people", which))
    followups.add(
        FollowUpKind.THANK_YOU, text, _day(which), rejection=number, feedback_request=made.id
    )


def _merge_stories(number: int, which: int, text: str) -> None:
    other = pick("stories", which + 1)
    if other is not None:
        labels = story_merging.labels_of(number, other)[:3]
        story_merging.merge(number, other, text, labels)


def _tell_somebody(number: int, which: int, text: str) -> None:
    stories.tell(number, _day(which), text, pick("applications", which))


def _move(number: int, which: int, _text: str) -> None:
    application = pick("applications", which)
    if application is not None:
        bad_news.move_to(number, application)


def _restore(which: int, _text: str) -> None:
    found = bin_contents.contents()
    if found:
        each = found[which % len(found)]
        bin_contents.restore(each.table, each.id)


def _erase(which: int, _text: str) -> None:
    found = bin_contents.contents()
    if found:
        each = found[which % len(found)]
        erasing.erase(each.table, [each.id])


def _mood(number: int, which: int, _text: str) -> None:
    moods.set_check(number, MoodMoment.BEFORE, which * 7 % 100 if which % 4 else None)


_WORK: dict[str, Callable[[int, str], object]] = {
    "apply": lambda which, text: applications.add(
        {"company": text, "notes": text}, stage=Stage.APPLIED, on=_day(which)
    ),
    "note": _with(
        "applications", lambda number, _, text: applications.edit(number, {"notes": text})
    ),
    "rename": _with(
        "applications", lambda number, _, text: applications.edit(number, {"role": text})
    ),
    "event": _with(
        "applications",
        lambda number, which, text: applications.record_event(
            number, list(EventKind)[which % len(EventKind)], _day(which), note=text
        ),
    ),
    "retract": _with("events", lambda number, _which, _text: applications.retract_event(number)),
    "drop": _with("applications", lambda number, _which, _text: applications.delete(number)),
    "no": _with("applications", _log),
    "their words": _with(
        "rejections", lambda number, _, text: rejections.edit(number, their_words=text)
    ),
    "answer": _with(
        "reflections",
        lambda number, which, text: reflections.save_answer(
            number, ("did_well", "do_differently", "learned")[which % 3], text
        ),
    ),
    "reason": _with(
        "rejections",
        lambda number, which, _text: rejections.set_reason(
            number, list(ReasonCode)[which % len(ReasonCode)]
        ),
    ),
    "no reason": _with("reasons", lambda number, _which, _text: rejections.remove_reason(number)),
    "no rejection": _with("rejections", lambda number, _which, _text: bad_news.discard(number)),
    "lesson": lambda _, text: lessons.keep(None, text),
    "reword": _with("lessons", lambda number, _, text: lessons.edit(number, text)),
    "story": lambda _, text: stories.add({"title": text, "action": text}),
    "tell": _with(
        "stories", lambda number, _, text: stories.edit(number, {"action": text}, keep=True)
    ),
    "label": _with("stories", _label),
    "form": _with("stories", lambda number, _, text: story_forms.save(number, Form.ONE_LINE, text)),
    "drop story": _with("stories", lambda number, _which, _text: stories.delete(number)),
    "person": lambda which, text: people.add({"name": text, "email": f"{which}@example.org"}),
    "reach": _with(
        "people", lambda number, which, text: people.set_addresses(number, [("email", text)])
    ),
    "meet": _with("applications", _meet),
    "one person": _with("people", _merge_people),
    "drop person": _with("people", lambda number, _which, _text: people.delete(number)),
    "to do": lambda which, text: followups.add(
        FollowUpKind.NEXT_STEP, text, _day(which), person=pick("people", which)
    ),
    "mood": _with("rejections", _mood),
    "sheet": _with("applications", _plan_interview),
    "part": _with("applications", _part),
    "expect": _with("prep_sheets", _expect),
    "bring": _with("prep_sheets", _bring),
    "introduce": _with("people", _introduce),
    "thank": _with("rejections", _thank),
    "one story": _with("stories", _merge_stories),
    "tell somebody": _with("stories", _tell_somebody),
    "move": _with("rejections", _move),
    "drop lesson": _with("lessons", lambda number, _which, _text: lessons.delete(number)),
    "undo": lambda _which, _text: changes.undo(),
    "redo": lambda _which, _text: changes.redo(),
    "restore": _restore,
    "erase": _erase,
}
#: What can be done.
WORK = tuple(_WORK)
