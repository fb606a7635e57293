"""One application, beside the table: facts, next steps, history, people and notes."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.vocabulary import EventKind, FollowUpKind
from rebound_desktop.desktop.opening import open_address
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.application_table import next_text, stage_text, stage_tone
from rebound_desktop.models.words import long_day, short_day, short_moment, word
from rebound_desktop.store import application_list, applications, corrections, quiet
from rebound_desktop.store.tables import Application, Event
from rebound_desktop.ui.dialogs.closing_dialog import ask_how_it_ended
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.pages.application_moves import reopen_application
from rebound_desktop.ui.pages.company_section import CompanySection
from rebound_desktop.ui.pages.follow_up_section import FollowUpSection
from rebound_desktop.ui.pages.people_section import PeopleSection
from rebound_desktop.ui.pages.quiet_offer import QuietOffer
from rebound_desktop.ui.pages.record_detail import RecordDetail
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card, rule
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.scrolled import scrolled
from rebound_desktop.ui.widgets.text import Pill, PlainLabel
from rebound_desktop.ui.widgets.timeline import Timeline, TimelineEntry
from rebound_desktop.ui.widgets.tips import set_tip


class ApplicationDetail(RecordDetail):
    """Shows one application and lets the person work on it.

    Emits ``said`` with a sentence, ``record_asked`` with a kind and an id, ``reflect_asked`` with
    a rejection's id, ``copy_asked`` and ``letter_asked`` as pages do; ``edit_asked`` and
    ``delete_asked`` with the application's id; ``hide_asked`` where the detail itself is to go.
    """

    tables = (
        "applications",
        "events",
        "follow_ups",
        "people",
        "application_people",
        "rejections",
        "reflections",
        "lessons",
    )
    said = Signal(str)
    record_asked = Signal(str, int)
    reflect_asked = Signal(int)
    copy_asked = Signal(str, str)
    letter_asked = Signal(int)
    prepare_asked = Signal(int, object)
    edit_asked = Signal(int)
    delete_asked = Signal(int)
    hide_asked = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAccessibleName(self.tr("Application"))
        self._make_head(self.column)
        self.tabs.addTab(self._make_overview(), self.tr("Overview"))
        self.tabs.addTab(self._make_history(), self.tr("History"))
        self.people = PeopleSection()
        self.tabs.addTab(scrolled(self.people), self.tr("People"))
        self.tabs.addTab(self._make_notes(), self.tr("Notes"))
        self.begin(
            EmptyState(
                "applications", self.tr("Choose an application to see its steps and its history.")
            )
        )

        # What the sections ask for goes up to the page.
        self.next_steps.said.connect(self.said)
        self.next_steps.letter_asked.connect(self.letter_asked)
        self.people.said.connect(self.said)
        self.people.person_asked.connect(lambda person: self.record_asked.emit("people", person))
        self.company.person_asked.connect(lambda person: self.record_asked.emit("people", person))
        self.company.rejection_asked.connect(
            lambda number: self.record_asked.emit("rejections", number)
        )
        self.quiet.said.connect(self.said)
        self.quiet.reflect_asked.connect(self.reflect_asked)
        self.timeline.retract_asked.connect(self._retract)
        self.timeline.edit_asked.connect(self._edit_event)

    # The parts

    def _make_head(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._company = PlainLabel("", "heading", wrap=True)
        self._role = PlainLabel("", "smallSecond", wrap=True)
        words.addWidget(self._company)
        words.addWidget(self._role)
        line.addLayout(words, 1)
        self._pill = Pill("")
        line.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        more = button("⋯", name=self.tr("More for this application"))
        menu = QMenu(more)
        menu.addAction(self.tr("Edit…")).triggered.connect(
            lambda _checked=False: self.edit_asked.emit(self._id)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(
            lambda _checked=False: self.delete_asked.emit(self._id)
        )
        more.setMenu(menu)
        line.addWidget(more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide_it = button("×", self.hide_asked.emit, name=self.tr("Hide the details"))
        self.hide_it.setToolTip(self.tr("Hide the details (Escape)"))
        self.hide_it.hide()
        line.addWidget(self.hide_it, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        actions = QWidget()
        flow = FlowLayout(actions)
        self.add_event = button(self.tr("Add to history…"), self._open_event)
        self.prepare = button(
            self.tr("Prepare"),
            lambda: self.prepare_asked.emit(self._id, None),
            name=self.tr("Prepare for an interview here"),
        )
        self.close_it = button(self.tr("Close…"), self._open_closing)
        self.reopen = button(self.tr("Reopen"), self._reopen)
        for each in (self.add_event, self.prepare, self.close_it, self.reopen):
            flow.addWidget(each)
        column.addWidget(actions)

    def _make_overview(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        self._silence = Card(kind="notice")
        self._silence.column.setContentsMargins(14, 10, 14, 12)
        self.quiet = QuietOffer(self._settings)
        self._silence.column.addWidget(self.quiet)
        column.addWidget(self._silence)
        self.next_steps = FollowUpSection(
            self.tr("Next steps"),
            self.tr("Add next step"),
            self.tr("No next step yet. One small thing with a day keeps it moving."),
            kind=FollowUpKind.NEXT_STEP,
        )
        column.addWidget(self.next_steps)
        self._facts_rule = rule()
        column.addWidget(self._facts_rule)
        self._facts = QFormLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._fact: dict[str, PlainLabel] = {}
        for name, label in (
            ("applied_on", self.tr("Applied")),
            ("source", self.tr("Source")),
            ("location", self.tr("Location")),
            ("salary", self.tr("Salary")),
            ("tags", self.tr("Tags")),
        ):
            shown = PlainLabel("", wrap=True)
            self._fact[name] = shown
            self._facts.addRow(PlainLabel(label, "smallSecond"), shown)
        column.addLayout(self._facts)
        self.link = button(self.tr("Open the link"), self._open_link, kind="link")
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self._company_rule = rule()
        column.addWidget(self._company_rule)
        self.company = CompanySection()
        column.addWidget(self.company)
        column.addStretch(1)
        return scrolled(inside)

    def _make_history(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.timeline = Timeline(self.tr("History"))
        column.addWidget(self.timeline)
        column.addStretch(1)
        return scrolled(inside)

    def _make_notes(self) -> QWidget:
        tab = self.text_tab(
            ("notes", self.tr("Notes"), 4),
            ("advert", self.tr("Advert"), 6),
            save=self._save_text,
        )
        self.texts["advert"].setPlaceholderText(
            self.tr("Paste the advert; it may be gone when the interview comes.")
        )
        return tab

    # What is shown

    def refresh(self) -> None:
        application = applications.get(self._id) if self._id else None
        self.show_whether(application is not None)
        if application is None:
            return
        self._company.setText(str(application.company) or self.tr("Company not named yet"))
        self._role.setText(str(application.role))
        self._role.setVisible(bool(application.role))
        self._show_standing(application)
        silent = quiet.quiet_ones(self._settings.values.patience(), self._id)
        self.quiet.show_quiet(silent[0] if silent else None)
        self._silence.setVisible(bool(silent))
        row = application_list.rows([self._id])[self._id]
        agreed = next_text(row) if row.next_event else ""
        self.next_steps.show_for(application_id=self._id, agreed=agreed)
        self._show_facts(application)
        self.company.show_for(application)
        self._company_rule.setVisible(not self.company.isHidden())
        self.timeline.set_events([_entry(each) for each in applications.history(self._id)])
        self.people.show_for(self._id)
        self.fill_texts(application)

    def _show_standing(self, application: Application) -> None:
        closed = applications.is_closed(application)
        self._pill.setText(stage_text(str(application.stage), str(application.outcome)))
        self._pill.setProperty("tone", stage_tone(str(application.stage)) or "plain")
        self._pill.style().unpolish(self._pill)
        self._pill.style().polish(self._pill)
        self.close_it.setVisible(not closed)
        self.prepare.setVisible(not closed)
        self.reopen.setVisible(closed)

    def _show_facts(self, application: Application) -> None:
        applied = application.applied_on
        texts = {name: str(getattr(application, name)) for name in self._fact}
        texts["applied_on"] = long_day(applied) if applied is not None else ""
        for name, shown in self._fact.items():
            shown.setText(texts[name])
            self._facts.setRowVisible(shown, bool(texts[name]))
        link = str(application.link)
        self.link.setVisible(bool(link))
        set_tip(self.link, link)
        self._facts_rule.setVisible(bool(link) or any(texts.values()))

    # What the person does

    def _save_text(self, name: str, text: str) -> None:
        applications.edit(self._id, {name: text}, merge=f"application-{self._id}-{name}")

    def _open_event(self) -> None:
        from rebound_desktop.ui.dialogs.event_dialog import EventDialog

        application = applications.get(self._id)
        if application is not None:
            open_once(EventDialog(application, self.window()))

    def _edit_event(self, event_id: int) -> None:
        from rebound_desktop.ui.dialogs.event_dialog import EventDialog

        rejection_id = corrections.rejection_of(event_id)
        if rejection_id is not None:
            # Its day and its stage are part of what was logged there.
            self.record_asked.emit("rejections", rejection_id)
            return
        application = applications.get(self._id)
        event = next((each for each in applications.history(self._id) if each.id == event_id), None)
        if application is not None and event is not None:
            open_once(EventDialog(application, self.window(), event=event))

    def _open_closing(self) -> None:
        ask_how_it_ended(
            self._id, self.window(), say=self.said.emit, reflect=self.reflect_asked.emit
        )

    def _reopen(self) -> None:
        reopen_application(self._id, say=self.said.emit)

    def _retract(self, event_id: int) -> None:
        corrections.retract(event_id)
        self.said.emit(self.tr("Taken out of the history. Ctrl+Z brings it back."))

    def _open_link(self) -> None:
        application = applications.get(self._id)
        if application is None:
            return
        link = str(application.link)
        url = QUrl.fromUserInput(link)
        if url.scheme() in ("http", "https"):
            open_address(url)
        else:
            # Whatever else it is, it is not handed to another program.
            self.copy_asked.emit(link, self.tr("link"))


def _entry(event: Event) -> TimelineEntry:
    kind = EventKind(event.kind)
    title = word("event", kind)
    if event.at_time:
        title = f"{title} · {short_moment(event.on_date, str(event.at_time))}"
    notes = [str(event.note)]
    if event.answer_by is not None:
        promised = QCoreApplication.translate("ApplicationDetail", "Answer promised by {day}")
        notes.append(promised.format(day=short_day(event.answer_by)))
    tone = "due" if kind in (EventKind.NO, EventKind.NO_REPLY, EventKind.ROLE_WITHDRAWN) else ""
    return TimelineEntry(
        event.on_date,
        title,
        "\n".join(filter(None, notes)),
        tone or "accent",
        event_id=int(event.id),
        can_edit=True,
    )
