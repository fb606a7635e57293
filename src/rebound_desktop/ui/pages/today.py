"""The page Today: what waits, what is due, one story, the plan, and what comes next."""

from datetime import date, timedelta

from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core import clock
from rebound_desktop.core.low_mood import offers_support
from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models import words
from rebound_desktop.store import (
    applications,
    database,
    followups,
    moods,
    reflections,
    stories,
    upcoming,
)
from rebound_desktop.store.changes import Change
from rebound_desktop.store.followups import ToDo
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.page import PALETTE_KEYS, Page
from rebound_desktop.ui.pages.today_banner import ReflectionBanner
from rebound_desktop.ui.pages.today_plan import ComingCard, PlanCard
from rebound_desktop.ui.pages.today_quiet import QuietCard
from rebound_desktop.ui.pages.today_start import StartCard
from rebound_desktop.ui.pages.today_story import StoryCard
from rebound_desktop.ui.pages.today_to_do import ToDoCard
from rebound_desktop.ui.pages.today_week import WeekOffer
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.scrolled import scroll_area
from rebound_desktop.ui.widgets.text import PlainLabel

#: Narrower than this many times the text size in points, the cards stand in one column.
_ONE_COLUMN = 66
#: How wide the field that opens the palette is, in times the text size in points.
_SEARCH_WIDTH = 26
#: How many events are shown as coming up.
_COMING = 3
#: How many check-ins are looked at for the line about support.
_CHECKS = 30


class TodayPage(Page):
    """What the person finds when the program opens."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._settings = settings
        self.setAccessibleName(self.tr("Today"))
        self.search = button(
            "", self.palette_asked.emit, kind="search", name=self.tr("Search everything")
        )
        self.header.addWidget(self.search)
        self._sentence = PlainLabel("", "second", wrap=True)
        self.column.addWidget(self._sentence)
        self.column.setSpacing(4)
        self.banner = ReflectionBanner()
        self.support_line = self._make_support_line()
        self.start = StartCard()
        self.to_do = ToDoCard()
        self.story = StoryCard()
        self.plan = PlanCard()
        self.quiet = QuietCard(settings)
        self.coming = ComingCard()
        self.week = WeekOffer(settings)
        self._lay_out()

        self.banner.continue_asked.connect(self.reflect_asked)
        self.banner.put_off_asked.connect(self._put_off)
        self.start.bad_news_asked.connect(self.bad_news_asked)
        self.start.new_asked.connect(self.new_asked)
        self.start.passphrase_asked.connect(self.passphrase_asked)
        self.to_do.add_asked.connect(self._add)
        self.to_do.done_asked.connect(self._finish)
        self.to_do.drop_asked.connect(self._drop)
        self.to_do.copy_asked.connect(self._copy)
        self.to_do.edit_asked.connect(self._edit)
        self.to_do.open_asked.connect(self._open_line)
        self.to_do.letter_asked.connect(self.letter_asked)
        self.to_do.move_asked.connect(self._move)
        self.story.copy_asked.connect(self.copy_asked)
        self.story.said.connect(self.said)
        self.story.opened.connect(lambda story_id: self.record_asked.emit("stories", story_id))
        self.story.new_asked.connect(lambda: self.new_asked.emit("strengths"))
        self.plan.add_asked.connect(lambda: self.new_asked.emit("applications"))
        self.coming.prepare_asked.connect(self.prepare_asked)
        self.quiet.said.connect(self.said)
        self.quiet.reflect_asked.connect(self.reflect_asked)
        self.quiet.more_asked.connect(lambda: self.page_asked.emit("applications"))
        self.week.look_asked.connect(self._open_week)
        self.week.put_off.connect(self._say_next_look)
        self.coming.opened.connect(lambda number: self.record_asked.emit("applications", number))

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(16)
        side.addWidget(self.story)
        side.addWidget(self.plan)
        side.addWidget(self.quiet)
        side.addWidget(self.coming)
        side.addWidget(self.week)
        side.addStretch(1)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(16)
        self._cards.addWidget(self.to_do, 4)
        self._cards.addLayout(side, 3)
        inside = QWidget()
        column = self._inside = QVBoxLayout(inside)
        column.setSpacing(16)
        column.addWidget(self.support_line)
        column.addWidget(self.banner)
        column.addWidget(self.start)
        column.addLayout(self._cards, 1)
        scroll = scroll_area(inside)
        self.column.addWidget(scroll, 1)
        self.column.setContentsMargins(0, 24, 0, 0)

    def _make_support_line(self) -> Card:
        line = Card(kind="notice")
        row = QHBoxLayout()
        row.addWidget(
            PlainLabel(self.tr("It has been a heavy time. Some people listen."), wrap=True), 1
        )
        row.addWidget(button(self.tr("Show me"), self.support_asked.emit))
        row.addWidget(button(self.tr("Not now"), self._dismiss_support, kind="link"))
        line.column.setContentsMargins(18, 8, 12, 8)
        line.column.addLayout(row)
        line.hide()
        return line

    def set_side(self, side: int) -> None:
        # Inside what scrolls, so that the scroll bar stands at the edge of the window.
        self.header.setContentsMargins(side, 0, side, 0)
        self._sentence.setContentsMargins(side, 0, side, 0)
        self._inside.setContentsMargins(side, 10, side, 8)

    def open(self) -> None:
        self._refresh(None)

    def take_change(self, change: Change) -> None:
        if self.isVisible():
            self._refresh(change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().points() * _ONE_COLUMN
        ways = QBoxLayout.Direction
        self._cards.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._name_search(narrow)

    def _name_search(self, narrow: bool) -> None:
        """Give the field that opens the palette its words, fewer where there is little room."""
        keys = QKeySequence(PALETTE_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        text = self.tr("Search  {keys}") if narrow else self.tr("Search everything   {keys}")
        self.search.setText(text.format(keys=keys))
        self.search.setMinimumWidth(0 if narrow else int(theme().points() * _SEARCH_WIDTH))

    # What is shown

    def _refresh(self, change: Change | None) -> None:
        """Read anew what a change touches; all of it without one."""

        def touched(*tables: str) -> bool:
            return change is None or change.touches(*tables)

        if touched("reflections", "rejections", "applications"):
            self.banner.show_waiting(reflections.waiting())
        if touched(*followups.TABLES):
            self.to_do.refresh()
        if touched("stories", "story_competencies"):
            self.story.refresh()
        if touched("applications", "events", "follow_ups", "lessons"):
            coming = upcoming.coming_up(_COMING)
            self.coming.show_coming(coming)
            self.quiet.refresh()
            total = self.plan.refresh(self._settings.values.open_minimum)
            self._sentence.setText(self._say(total, coming[0] if coming else None))
        if touched("mood_checks"):
            self._show_support_line()
        self.week.refresh()
        self._greet()
        self._show_start()

    def _greet(self) -> None:
        hour = clock.now_local().hour
        name = self._settings.values.name
        if 5 <= hour < 12:
            greeting = self.tr("Good morning")
        elif 12 <= hour < 18:
            greeting = self.tr("Good afternoon")
        else:
            greeting = self.tr("Good evening")
        if name:
            greeting = self.tr("{greeting}, {name}").format(greeting=greeting, name=name)
        self.title.setText(greeting)

    def _say(self, total: int, first: upcoming.Coming | None) -> str:
        numbers = self.tr("No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve")
        spelled = numbers.split()
        count = spelled[total] if total < len(spelled) else str(total)
        if total == 1:
            said = self.tr("One application in process.")
        else:
            said = self.tr("{count} applications in process.").format(count=count)
        if first is None:
            return said
        when = f"{words.near_day(first.on_date)} {first.at_time}".rstrip()
        return " ".join(
            (said, self.tr("Next: {company}, {when}.").format(company=first.company, when=when))
        )

    def _show_support_line(self) -> None:
        dismissed = self._settings.values.support_line_dismissed_on
        self.support_line.setVisible(
            offers_support(
                moods.latest(_CHECKS),
                dismissed_on=date.fromisoformat(dismissed) if dismissed else None,
            )
        )

    def _dismiss_support(self) -> None:
        self._settings.values.support_line_dismissed_on = clock.today().isoformat()
        self._settings.save()
        self.support_line.hide()

    def _show_start(self) -> None:
        """In an empty store, three ways to begin take the place of empty cards."""
        empty = not (applications.exist() or stories.count() or followups.count())
        self.start.setVisible(empty)
        for card in (self.to_do, self.story, self.plan):
            card.setVisible(not empty)
        if empty:
            self._sentence.setText(self.tr("Nothing here yet. Begin wherever you like."))
            self.start.show_encrypted(database.is_encrypted())

    # What is done

    def _put_off(self, reflection_id: int) -> None:
        reflections.put_off(reflection_id, clock.today() + timedelta(days=1))
        self.said.emit(self.tr("It comes back tomorrow. You find it under Rejections until then."))

    def _finish(self, follow_up_id: int) -> None:
        title = self._title_of(follow_up_id)
        followups.finish(follow_up_id)
        self.said.emit(self.tr("Done: {title} (Ctrl+Z takes it back)").format(title=title))

    def _drop(self, follow_up_id: int) -> None:
        title = self._title_of(follow_up_id)
        followups.drop(follow_up_id)
        self.said.emit(self.tr("Dropped: {title} (Ctrl+Z takes it back)").format(title=title))

    def _title_of(self, follow_up_id: int) -> str:
        found = followups.get(follow_up_id)
        return str(found.title) if found is not None else ""

    def _copy(self, follow_up_id: int) -> None:
        found = followups.get(follow_up_id)
        if found is not None:
            self.copy_asked.emit(found.draft, found.title)

    def _move(self, follow_up_id: int, day: date | None) -> None:
        found = followups.get(follow_up_id)
        if found is None:
            return
        if day is None:
            from rebound_desktop.ui.dialogs.day_dialog import DayDialog

            open_once(
                DayDialog(
                    self.tr("Move to another day"),
                    found.due_on,
                    lambda chosen: self._move(follow_up_id, chosen),
                    self,
                    about=f"follow_ups {follow_up_id}",
                )
            )
            return
        followups.move(follow_up_id, day)
        self.said.emit(
            self.tr("Moved to {day}: {title}").format(day=words.near_day(day), title=found.title)
        )

    def _add(self) -> None:
        from rebound_desktop.ui.dialogs.follow_up_dialog import FollowUpDialog

        open_once(FollowUpDialog(self, kind=FollowUpKind.OTHER))

    def _edit(self, follow_up_id: int) -> None:
        from rebound_desktop.ui.dialogs.follow_up_dialog import FollowUpDialog

        found = followups.get(follow_up_id)
        if found is not None:
            open_once(FollowUpDialog(self, follow_up=found))

    def _open_week(self) -> None:
        from rebound_desktop.ui.dialogs.weekly_look_dialog import WeeklyLookDialog

        dialog = WeeklyLookDialog(self)
        dialog.finished_look.connect(self.week.take_week)
        open_once(dialog)

    def _say_next_look(self, day: date) -> None:
        self.said.emit(self.tr("The weekly look comes {day}.").format(day=words.near_day(day)))

    def _open_line(self, line: ToDo) -> None:
        if line.kind == FollowUpKind.REFLECT and line.rejection_id:
            self.reflect_asked.emit(line.rejection_id)
        elif line.rejection_id:
            self.record_asked.emit("rejections", line.rejection_id)
        elif line.application_id:
            self.record_asked.emit("applications", line.application_id)
        elif line.person_id:
            self.record_asked.emit("people", line.person_id)
        else:
            self._edit(line.id)
