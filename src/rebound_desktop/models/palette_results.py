"""What the palette offers for the words that are typed: records, pages, actions, or forms."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from rebound_desktop.core.search_hits import MOST, hits
from rebound_desktop.core.speaking import PACE
from rebound_desktop.core.stories import Form
from rebound_desktop.models.paged_table import ROW_ROLE, Index
from rebound_desktop.models.story_passage import passage
from rebound_desktop.models.story_words import form_name, speaking_time
from rebound_desktop.models.words import short_day, word
from rebound_desktop.store import everything, stories, story_forms, story_rows

#: How many stories, and how many records of each other kind, are offered.
_STORIES = 8
_OTHERS = 5
#: How many stories are offered before anything is typed.
_RECENT = 5
#: Forms in the order in which a story is copied most.
_FORMS = (
    Form.WHOLE,
    Form.SECONDS_60,
    Form.BULLETS,
    Form.ONE_LINE,
    *(
        each
        for each in Form
        if each not in (Form.WHOLE, Form.SECONDS_60, Form.BULLETS, Form.ONE_LINE)
    ),
)
_ICONS = {
    "stories": "story",
    "applications": "applications",
    "people": "person",
    "rejections": "rejections",
    "form": "copy",
}
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Command:
    """A page or an action of the window; ``kind`` is "page", "action" or, while it is off, ""."""

    kind: str
    name: str
    icon: str
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the palette.

    ``kind`` is a kind of records, "page", "action" or "form"; ``key`` the record's id, the
    command's place, or the form's place in ``Form``. ``heading`` is set on the first of a group.
    """

    kind: str
    key: int
    title: str
    detail: str = ""
    icon: str = ""
    keys: str = ""
    heading: str = ""


class PaletteResults(QAbstractListModel):
    """The results for what is typed, stories first; ``ROW_ROLE`` gives a :class:`Result`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words_per_minute = PACE
        self._commands: Sequence[Command] = ()
        self._recent: Sequence[int] = ()
        self._results: list[Result] = []
        #: The words to mark: what was typed, with slips put right.
        self.words = ""
        #: The story whose forms are offered, 0 while results are.
        self.story_id = 0

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        result = self._results[index.row()]
        if role == ROW_ROLE:
            return result
        if role == Qt.ItemDataRole.DisplayRole:
            return result.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(result)
        return None

    def set_offer(
        self, commands: Sequence[Command], recent: Sequence[int], words_per_minute: int
    ) -> None:
        """Take the pages and actions of the window, the ids of the stories used last, the pace."""
        self._commands = commands
        self._recent = recent
        self._words_per_minute = words_per_minute

    def search(self, text: str) -> None:
        """Offer what holds the words of a text; for none, recent stories, pages and actions."""
        self.story_id = 0
        if text.strip():
            found, self.words = everything.find(text, _STORIES)
        else:
            found = {"stories": everything.recent_stories(self._recent, _RECENT)}
            self.words = ""
        title = _tr("Stories") if self.words else _tr("Recent stories")
        groups = [
            (title, self._stories(found.get("stories", ()))),
            (_tr("Pages"), self._commands_of("page", text)),
            (_tr("Actions"), self._commands_of("action", text)),
            (_tr("Applications"), _applications(found.get("applications", ())[:_OTHERS])),
            (_tr("People"), _people(found.get("people", ())[:_OTHERS])),
            (_tr("Rejections"), _rejections(found.get("rejections", ())[:_OTHERS])),
        ]
        self._show(each for title, group in groups for each in _headed(title, group))

    def show_forms(self, story_id: int, title: str) -> None:
        """Offer the forms in which a story can be copied."""
        self.story_id = story_id
        self.words = ""
        heading = _tr("Copy “{title}” as").format(title=title)
        self._show(_headed(heading, self._forms(story_id)))

    def result(self, number: int) -> Result | None:
        """Return the result at a place, or None."""
        return self._results[number] if 0 <= number < len(self._results) else None

    def to_copy(self, result: Result) -> tuple[str, str]:
        """Return the text that a result puts on the clipboard, and what it is called.

        The text is empty where there is nothing to copy; the second value then says so.
        """
        # Imported here: only copying needs them.
        from rebound_desktop.models.story_copy import copy_of

        if result.kind == "form":
            return copy_of(self.story_id, list(Form)[result.key], self._words_per_minute)
        if result.kind == "stories":
            return copy_of(result.key, Form.WHOLE, self._words_per_minute)
        if result.kind == "people":
            from rebound_desktop.store import people

            person = people.get(result.key)
            if person is None or not person.email:
                return "", _tr("No e-mail address is written down for {name}.").format(
                    name=result.title
                )
            return person.email, _tr("e-mail address")
        if result.kind in ("applications", "rejections"):
            return _company_and_role(result), _tr("company and role")
        return "", _tr("Pages and actions are opened with Enter.")

    def _stories(self, ids: Iterable[int]) -> Iterator[Result]:
        wanted = list(ids)
        rows = story_rows.rows(wanted)
        for each in wanted:
            row = rows[each]
            detail = passage(row.texts, self.words)
            labels = " · ".join(row.competencies)
            if not detail or (hits(labels, self.words) and not hits(detail, self.words)):
                detail = labels
            yield Result("stories", each, row.texts["title"], detail, _ICONS["stories"])

    def _forms(self, story_id: int) -> Iterator[Result]:
        story = stories.get(story_id)
        if story is None:
            return
        places = list(Form)
        for each in _FORMS:
            told = story_forms.rendered(story, each, self._words_per_minute)
            time = speaking_time(told.seconds) if told.text else _tr("nothing this short")
            yield Result(
                "form", places.index(each), form_name(each), icon=_ICONS["form"], keys=time
            )

    def _commands_of(self, kind: str, text: str) -> Iterator[Result]:
        wanted = text[:MOST].split()
        for place, each in enumerate(self._commands):
            if each.kind == kind and all(hits(each.name, part) for part in wanted):
                yield Result(kind, place, each.name, icon=each.icon, keys=each.keys)

    def _show(self, results: Iterable[Result]) -> None:
        self.beginResetModel()
        self._results = list(results)
        self.endResetModel()


def spoken(result: Result) -> str:
    """Return a result as a screen reader says it: its kind, its title, and what is below."""
    kinds = {
        "stories": _tr("Story"),
        "applications": _tr("Application"),
        "people": _tr("Person"),
        "rejections": _tr("Rejection"),
        "page": _tr("Page"),
        "action": _tr("Action"),
        "form": _tr("Copy as"),
    }
    parts = (kinds[result.kind], result.title, result.detail, result.keys)
    return ", ".join(each for each in parts if each)


def _headed(heading: str, results: Iterable[Result]) -> Iterator[Result]:
    for number, each in enumerate(results):
        yield each if number else replace(each, heading=heading)


def _applications(ids: Sequence[int]) -> Iterator[Result]:
    from rebound_desktop.models.application_table import stage_text
    from rebound_desktop.store import application_list

    rows = application_list.rows(ids)
    for each in ids:
        row = rows[each]
        detail = _joined(row.role, stage_text(row.stage, row.outcome))
        yield _record("applications", each, row.company, detail)


def _people(ids: Sequence[int]) -> Iterator[Result]:
    from rebound_desktop.store import people_list

    rows = people_list.rows(ids)
    for each in ids:
        row = rows[each]
        detail = _joined(row.title or word("person", row.role), row.company)
        yield _record("people", each, row.name, detail)


def _rejections(ids: Sequence[int]) -> Iterator[Result]:
    from rebound_desktop.store import rejection_log

    rows = rejection_log.rows(ids)
    for each in ids:
        row = rows[each]
        told = word("outcome", row.outcome)
        detail = _joined(row.role, told, short_day(row.on_date))
        yield _record("rejections", each, row.company, detail)


def _record(kind: str, number: int, name: str, detail: str) -> Result:
    return Result(kind, number, name or _tr("Not named yet"), detail, _ICONS[kind])


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _company_and_role(result: Result) -> str:
    """Return "company – role" of an application or a rejection."""
    from rebound_desktop.store import application_list, rejection_log

    read = application_list.rows if result.kind == "applications" else rejection_log.rows
    row = read([result.key])[result.key]
    return " – ".join(part for part in (row.company, row.role) if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)
