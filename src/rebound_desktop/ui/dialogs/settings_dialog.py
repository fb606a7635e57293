"""The settings: every change counts at once, there is nothing to confirm."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.desktop.settings import FONT_PERCENT, OPEN_MINIMUM, WORDS_PER_MINUTE, Settings
from rebound_desktop.ui.dialogs.backup_settings import BackupSettings
from rebound_desktop.ui.dialogs.letter_settings import LetterSettings
from rebound_desktop.ui.dialogs.privacy_settings import PrivacySettings
from rebound_desktop.ui.dialogs.quiet_settings import QuietSettings
from rebound_desktop.ui.dialogs.reminder_settings import ReminderSettings
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.autosave import Autosave, may_close
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, number_edit
from rebound_desktop.ui.widgets.text import PlainLabel


class SettingsDialog(QDialog):
    """Edits the settings; ``changed`` after they were saved, ``backup_asked`` for a copy.

    ``passphrase_asked`` carries what to do about the passphrase, as ``PrivacySettings`` says.
    """

    changed = Signal()
    backup_asked = Signal()
    templates_asked = Signal()
    passphrase_asked = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        values = settings.values
        self.setWindowTitle(self.tr("Settings"))
        self._fit()

        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(16)
        column.addWidget(PlainLabel(self.tr("Settings"), "title"))

        self.name = QLineEdit(values.name)
        self.name.setMaxLength(80)
        column.addWidget(
            Field(
                self.tr("Your name"),
                self.name,
                hint=self.tr("For the greeting, and under the letters that are drafted."),
            )
        )
        self.appearance = ChoiceEdit(
            [
                ("system", self.tr("Like the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
            values.appearance,
        )
        column.addWidget(Field(self.tr("Appearance"), self.appearance))
        column.addWidget(self._text_size())
        self.letters = LetterSettings(values)
        column.addWidget(self.letters)
        self.open_minimum = number_edit(OPEN_MINIMUM, values.open_minimum)
        self.open_minimum.setSpecialValueText(self.tr("Don't count"))
        column.addWidget(
            Field(
                self.tr("Applications you want to have in process"),
                self.open_minimum,
                hint=self.tr("Your own number, for the back-up plan. 0 turns it off."),
            )
        )
        self.quiet = QuietSettings(values)
        column.addWidget(self.quiet)
        self.words_per_minute = number_edit(WORDS_PER_MINUTE, values.words_per_minute)
        self.words_per_minute.setSingleStep(5)
        column.addWidget(
            Field(
                self.tr("Words you speak in a minute"),
                self.words_per_minute,
                hint=self.tr("Most people speak 130 to 150. It tells how long a story takes."),
            )
        )
        self.reminders = ReminderSettings(values)
        column.addWidget(self.reminders)
        column.addWidget(self._tray())
        column.addWidget(self._data())
        self.privacy = PrivacySettings(settings)
        column.addWidget(self.privacy)
        self.backups = BackupSettings(settings)
        column.addWidget(self.backups)
        for field in inside.findChildren(Field):
            field.label.setWordWrap(True)
        column.addStretch(1)

        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 18)
        row.addStretch(1)
        close = button(self.tr("Close"), self.accept)
        close.setDefault(True)
        row.addWidget(close)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scroll, 1)
        outside.addLayout(row)

        self._autosave = Autosave(self)
        self._autosave.watch(self.name, lambda _text: self.take())
        self._autosave.hold(inside, self.take)
        for signal in (self.appearance.chosen, self.letters.changed, self.tray.toggled):
            signal.connect(lambda *_value: self._autosave.note_now(inside))
        for signal in (
            *(each.valueChanged for each in self._numbers()),
            self.quiet.changed,
            self.backups.changed,
            self.reminders.changed,
            self.privacy.changed,
        ):
            signal.connect(lambda *_value: self._autosave.note(inside))
        self.letters.templates_asked.connect(self.templates_asked)
        self.privacy.passphrase_asked.connect(self.passphrase_asked)
        self.slider.valueChanged.connect(self.font_percent.setValue)
        self.font_percent.valueChanged.connect(self.slider.setValue)

    def _fit(self) -> None:
        """Take the room that the fields want, within the window behind."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        wide = max(560, int(theme().points() * 52))
        self.resize(min(wide, room.width() - 40), min(int(wide * 1.28), room.height() - 24))

    def show_last_backup(self, sentence: str) -> None:
        """Show when the last backup was made."""
        self._last_backup.setText(sentence)

    def show_privacy(self) -> None:
        """Show anew whether the store is encrypted."""
        self.privacy.show_state()

    def take(self) -> None:
        """Take over and save what is set now.

        Raises NotSavedError where the disk does not take it; it counts until the program ends.
        """
        values = self._settings.values
        before = (values.appearance, values.font_percent)
        values.name = self.name.text().strip()
        values.appearance = self.appearance.value()
        values.font_percent = self.font_percent.value()
        self.letters.take(values)
        values.open_minimum = self.open_minimum.value()
        self.quiet.take(values)
        self.reminders.take(values)
        values.words_per_minute = self.words_per_minute.value()
        self.privacy.take(values)
        values.tray = self.tray.isChecked()
        if before != (values.appearance, values.font_percent):
            theme().set(values.appearance, values.font_percent)
        self._settings.save()
        self.changed.emit()

    def done(self, result: int) -> None:
        """Save what was set last, and close; stay open where the system does not take it."""
        if may_close(self, partial(self.done, result)):
            super().done(result)

    def _numbers(self) -> list[QSpinBox]:
        return [self.open_minimum, self.words_per_minute, self.font_percent]

    def _text_size(self) -> QWidget:
        """Return the slider and the number beside it, which move together."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        percent = self._settings.values.font_percent
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(*FONT_PERCENT)
        self.slider.setSingleStep(5)
        self.slider.setPageStep(10)
        self.slider.setValue(percent)
        # Restyling at each pixel would make the handle lag behind the hand.
        self.slider.setTracking(False)
        self.font_percent = number_edit(FONT_PERCENT, percent)
        self.font_percent.setSingleStep(5)
        self.font_percent.setSuffix(self.tr(" %"))
        row.addWidget(self.slider, 1)
        row.addWidget(self.font_percent)
        field = Field(self.tr("Text size"), both)
        field.label.setBuddy(self.font_percent)
        self.slider.setAccessibleName(self.tr("Text size"))
        self.font_percent.setAccessibleName(self.tr("Text size in per cent"))
        return field

    def _tray(self) -> QWidget:
        from rebound_desktop.desktop import tray

        self.tray = QCheckBox(self.tr("Show Rebound in the tray"))
        self.tray.setChecked(self._settings.values.tray)
        if tray.is_available():
            hint = self.tr(
                "A small menu to log a win or copy a story. Closing the window still quits."
            )
        else:
            hint = self.tr("This desktop has no tray.")
            self.tray.setEnabled(self.tray.isChecked())
        self.tray.setAccessibleDescription(hint)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.tray)
        column.addWidget(PlainLabel(hint, "small", wrap=True))
        return part

    def _data(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("Your data"), "label"))
        folder = PlainLabel(_breakable(self._settings.folder), "second", wrap=True)
        folder.setAccessibleName(str(self._settings.folder))
        column.addWidget(folder)
        self._last_backup = PlainLabel("", "small", wrap=True)
        column.addWidget(self._last_backup)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button(self.tr("Open folder"), self._open_folder))
        row.addWidget(button(self.tr("Back up now…"), self.backup_asked.emit))
        row.addStretch(1)
        column.addLayout(row)
        return part

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.folder)))


def _breakable(folder: Path) -> str:
    """Return a path in which a label can begin a new line after each part."""
    return str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b")
