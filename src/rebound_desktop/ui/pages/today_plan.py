"""The back-up plan and what is coming up, on Today."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rebound_desktop.core.plan_health import PlanHealth
from rebound_desktop.core.stages import STAGE_OF_EVENT
from rebound_desktop.core.vocabulary import OPEN_STAGES, EventKind, Stage
from rebound_desktop.models import words
from rebound_desktop.models.plan_words import missing_sentence, share_sentence
from rebound_desktop.store import applications, back_up_plan, lessons
from rebound_desktop.store.upcoming import Coming
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.text import Pill, PlainLabel


class StageBar(QWidget):
    """A bar with a piece for each stage, as wide as its share; decoration beside the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_counts(self, counts: list[int]) -> None:
        """Show pieces of these sizes from left to right."""
        self._counts = counts
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 4.0
        room = self.width() - gap * (len(self._counts) - 1)
        left = 0.0
        for place, count in enumerate(self._counts):
            color = theme().color("accent")
            # The earlier the stage, the fuller: from 0.85 down to 0.35.
            color.setAlphaF(0.85 - 0.5 * place / max(1, len(self._counts) - 1))
            width = room * count / sum(self._counts)
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 4, 4)
            left += width + gap


class PlanCard(Card):
    """Says how many applications are in process and what they lack; ``add_asked`` for one more."""

    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Back-up plan"), parent=parent)
        self._pill = Pill("", "good")
        self.action_row.addWidget(self._pill)
        self._bar = StageBar()
        self.column.addWidget(self._bar)
        self.sentence = PlainLabel("", "smallSecond", wrap=True)
        self.column.addWidget(self.sentence)
        self.wish = PlainLabel("", "smallSecond", wrap=True)
        self.column.addWidget(self.wish)
        self.add = button(self.tr("Add an application…"), self.add_asked.emit)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.column.addLayout(row)

    def refresh(self, minimum: int) -> int:
        """Show how things stand beside the person's own minimum (0: none); return how many."""
        counts = {stage: n for stage, n in applications.count_by_stage(OPEN_STAGES).items() if n}
        total = sum(counts.values())
        self._pill.setText(self.tr("{count} in process").format(count=total))
        self._pill.setVisible(total > 0)
        self._bar.show_counts(list(counts.values()))
        self._bar.setVisible(total > 0)
        health = back_up_plan.health(minimum)
        self.sentence.setText(self._sentence(counts, health))
        self.wish.setText(missing_sentence(health))
        self.wish.setVisible(bool(self.wish.text()))
        self.add.setVisible(total < minimum or total == 0)
        return total

    def _sentence(self, counts: dict[Stage, int], health: PlanHealth) -> str:
        if not health.open:
            return self.tr("Nothing in process.")
        stages = " · ".join(
            f"{count} {words.word('stage', stage).lower()}" for stage, count in counts.items()
        )
        lacking = health.open - health.dated
        if lacking == 0:
            rest = self.tr("Each has a next step.")
        elif lacking == 1:
            rest = self.tr("One has no next step.")
        else:
            rest = self.tr("{count} have no next step.").format(count=lacking)
        return " ".join(filter(None, (f"{stages}.", rest, share_sentence(health))))


class ComingCard(Card):
    """Lists the next calls, tasks and interviews.

    ``prepare_asked`` carries the id of an application and the day, ``opened`` the id.
    """

    prepare_asked = Signal(int, object)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Coming up"), parent=parent)
        self._rows: list[QWidget] = []

    def show_coming(self, coming: list[Coming]) -> None:
        """Show these events; hide the card where there is none."""
        self.setVisible(bool(coming))
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        stages = [str(STAGE_OF_EVENT[EventKind(each.kind)]) for each in coming]
        to_bring = lessons.count_to_bring(stages)
        self._rows = [
            self._row(each, to_bring[stage]) for each, stage in zip(coming, stages, strict=True)
        ]
        for row in self._rows:
            self.column.addWidget(row)

    def _row(self, event: Coming, to_bring: int) -> QWidget:
        row = QWidget()
        texts = QVBoxLayout()
        texts.setSpacing(1)
        what = ", ".join(each for each in (event.company, event.role) if each)
        texts.addWidget(PlainLabel(f"{words.word('event', event.kind)} · {what}", wrap=True))
        when = words.near_day(event.on_date)
        texts.addWidget(
            PlainLabel(f"{when[:1].upper()}{when[1:]} {event.at_time}".rstrip(), "smallSecond")
        )
        if to_bring:
            bring = self.tr("One lesson to bring")
            if to_bring > 1:
                bring = self.tr("{count} lessons to bring").format(count=to_bring)
            texts.addWidget(PlainLabel(bring, "small", wrap=True))
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addLayout(texts, 1)
        inside.addWidget(
            button(
                self.tr("Open prep"),
                lambda: self.prepare_asked.emit(event.application_id, event.on_date),
                name=self.tr("Open the prep sheet for {company}").format(company=event.company),
            )
        )
        inside.addWidget(
            button(
                self.tr("Open"),
                lambda: self.opened.emit(event.application_id),
                kind="link",
                name=self.tr("Open the application at {company}").format(company=event.company),
            )
        )
        return row
