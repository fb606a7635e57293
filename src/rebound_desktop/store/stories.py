"""Stories and their tellings."""

from collections.abc import Collection, Iterable
from datetime import date

from peewee import JOIN

from rebound_desktop.core import clock
from rebound_desktop.core.plain_text import one_line, storable
from rebound_desktop.core.story_parts import FIELDS, LONGEST_TITLE, title_from
from rebound_desktop.core.vocabulary import Expectation, Landing
from rebound_desktop.store import bin, competencies, story_versions
from rebound_desktop.store.changes import write
from rebound_desktop.store.competencies import Label
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application, Competency, Story, Telling, database
from rebound_desktop.store.typed_texts import cleaned

#: Columns that a person edits.
EDITABLE = ("title", *FIELDS, "expectation", "happened")


def add(
    values: dict[str, str], competencies: Iterable[Label] = (), *, rejection_id: int | None = None
) -> Story:
    """Add a story; return it.

    ``values`` gives texts for columns in EDITABLE; without a title, the first words of the first
    text become one. ``competencies`` are (framework, name) pairs, up to four; ``rejection_id``
    says from which reflection it came. Raises RefusedError where there is no text at all.
    """
    cleaned = _cleaned(values)
    if not cleaned.get("title"):
        cleaned["title"] = title_from(cleaned)
    if not cleaned["title"]:
        raise RefusedError("title", "Write a title, or the moment in one line.")
    with write("New story"):
        story: Story = Story.create(**cleaned, rejection=rejection_id)
        _set_labels(story.id, competencies)
    return story


def log_moment(text: str) -> Story | None:
    """Keep a win in one line as a story to be written out later; None where there is no text.

    A short line is the title; of a long one the first words are, and the line is the moment.
    """
    line = one_line(text)
    if not line:
        return None
    return add({"title": line} if len(line) <= LONGEST_TITLE else {"moment": line})


def edit(
    story_id: int,
    values: dict[str, str],
    competencies: Iterable[Label] | None = None,
    *,
    merge: str = "",
    keep: bool = False,
) -> None:
    """Change texts of a story, and its competencies unless they are None.

    With ``keep`` the texts as they were are kept as a version, where they change. Raises
    RefusedError where the title would be emptied.
    """
    cleaned = _cleaned(values)
    if "title" in cleaned and not cleaned["title"]:
        raise RefusedError("title", "The title cannot be empty; a few words are enough.")
    with write("Edit story", merge=merge):
        story = Story.get_by_id(story_id)
        if keep and any(getattr(story, name) != value for name, value in cleaned.items()):
            story_versions.keep(story)
        for name, value in cleaned.items():
            setattr(story, name, value)
        story.save()
        if competencies is not None:
            _set_labels(story_id, competencies)


def _cleaned(values: dict[str, str]) -> dict[str, str]:
    if values.get("expectation", "") not in {"", *Expectation}:
        raise RefusedError("expectation", "Choose met, exceeded, or not said.")
    return cleaned(values, EDITABLE, FIELDS)


def _set_labels(story_id: int, labels: Iterable[Label]) -> None:
    competencies.set_labels(story_id, labels)


def get(story_id: int) -> Story | None:
    """Return a story that is not in the bin, or None."""
    found: Story | None = Story.get_or_none(Story.id == story_id, Story.deleted_at.is_null())
    return found


def texts_of(story: Story) -> dict[str, str]:
    """Return the texts of a story by column, as the functions of ``core.stories`` take them."""
    return {name: str(getattr(story, name)) for name in EDITABLE}


def competencies_of(story_id: int) -> list[Competency]:
    """Return the competencies of a story in their order."""
    return competencies.of_story(story_id)


def duplicate(story_id: int, title: str) -> Story:
    """Add a copy of a story under another title, without its tellings; return it."""
    story = Story.get_by_id(story_id)
    labels = [(each.framework, each.name) for each in competencies_of(story_id)]
    with write("Duplicate story"):
        return add({**texts_of(story), "title": title}, labels, rejection_id=story.rejection_id)


def retire(story_id: int, *, retired: bool = True) -> None:
    """Take a story out of the list without deleting it, or bring it back."""
    with write("Retire story" if retired else "Bring story back"):
        story = Story.get_by_id(story_id)
        story.retired_at = clock.utc_stamp() if retired else None
        story.save()


def delete(story_id: int) -> None:
    """Put a story and its tellings into the bin."""
    bin.delete("stories", [story_id], label="Delete story")


def count() -> int:
    """Return how many stories there are, retired ones too."""
    row = database.execute_sql("SELECT count(*) FROM stories WHERE deleted_at IS NULL").fetchone()
    return int(row[0])


def to_remember(count: int, skip: Collection[int] = ()) -> list[Story]:
    """Return some of the person's own stories to be reminded of; the same ones all day.

    Written-out stories come before raw moments. From day to day the choice moves on, so that
    every story has its turn. Those with ids in ``skip`` are left out.
    """
    rows = database.execute_sql(
        "SELECT id, action <> '' OR result <> '' FROM stories "
        "WHERE deleted_at IS NULL AND retired_at IS NULL ORDER BY id"
    ).fetchall()
    chosen: list[int] = []
    for written_out in (True, False):
        group = [row[0] for row in rows if bool(row[1]) is written_out]
        start = clock.today().toordinal() * count % len(group) if group else 0
        turned = group[start:] + group[:start]
        chosen += [each for each in turned if each not in skip]
    found = {each.id: each for each in Story.select().where(Story.id.in_(chosen[:count]))}
    return [found[each] for each in chosen[:count]]


def tell(
    story_id: int,
    on: date,
    to_whom: str = "",
    application_id: int | None = None,
    landed: str = "",
    note: str = "",
) -> Telling:
    """Note that a story was told, or will be, on a day; return the telling.

    ``landed`` is a value of ``Landing`` or empty. Raises RefusedError for any other.
    """
    _check_landed(landed)
    with write("Note a telling"):
        made: Telling = Telling.create(
            story=story_id,
            on_date=on,
            to_whom=one_line(to_whom),
            application=application_id,
            landed=landed,
            note=storable(note),
        )
    return made


def edit_telling(
    telling_id: int,
    on: date,
    to_whom: str = "",
    application_id: int | None = None,
    landed: str = "",
    note: str = "",
) -> None:
    """Change a telling; takes what :func:`tell` takes, all of it."""
    _check_landed(landed)
    with write("Edit telling"):
        telling = Telling.get_by_id(telling_id)
        telling.on_date = on
        telling.to_whom = one_line(to_whom)
        telling.application_id = application_id
        telling.landed = landed
        telling.note = storable(note)
        telling.save()


def _check_landed(landed: str) -> None:
    if landed not in {"", *Landing}:
        raise RefusedError("landed", "Choose how it landed from the list, or leave it open.")


def delete_telling(telling_id: int) -> None:
    """Put a telling into the bin."""
    bin.delete("tellings", [telling_id], label="Delete telling")


def telling(telling_id: int) -> Telling | None:
    """Return a telling that is not in the bin with its application, or None."""
    found: Telling | None = (
        Telling.select(Telling, Application)
        .join(Application, JOIN.LEFT_OUTER)
        .where(Telling.id == telling_id, Telling.deleted_at.is_null())
        .get_or_none()
    )
    return found


def tellings_of(story_id: int) -> list[Telling]:
    """Return the tellings of a story, the latest first, each with its application or None."""
    return list(
        Telling.select(Telling, Application)
        .join(Application, JOIN.LEFT_OUTER)
        .where(Telling.story == story_id, Telling.deleted_at.is_null())
        .order_by(Telling.on_date.desc(), Telling.id.desc())
    )
