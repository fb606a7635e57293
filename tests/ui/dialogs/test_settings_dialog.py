"""The settings, the support list and the page about the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTime, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop import __version__
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.dialogs.about_dialog import AboutDialog
from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog
from rebound_desktop.ui.dialogs.start_problem import StartProblem
from rebound_desktop.ui.dialogs.support_dialog import SupportDialog
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.text import PlainLabel


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings) -> SettingsDialog:
    made = SettingsDialog(settings)
    qtbot.addWidget(made)
    made.show()
    return made


def _saved(settings: Settings) -> Settings:
    made = Settings(settings.folder)
    made.take_personal()
    return made


def test_a_name_is_kept_even_when_the_dialog_closes_at_once(
    qtbot: QtBot, dialog: SettingsDialog, settings: Settings
) -> None:
    dialog.name.insert(" Zoë ")
    dialog.reject()
    assert _saved(settings).values.name == "Zoë"


def test_numbers_are_saved_without_a_button(
    qtbot: QtBot, dialog: SettingsDialog, settings: Settings
) -> None:
    with qtbot.waitSignal(dialog.changed):
        dialog.open_minimum.setValue(0)
        dialog.words_per_minute.setValue(150)
        dialog.letters.linkedin_limit.set_value("300")
    values = _saved(settings).values
    assert (values.open_minimum, values.words_per_minute, values.linkedin_limit) == (0, 150, 300)
    assert dialog.open_minimum.text() == "Don't count"


def test_the_look_changes_at_once(qtbot: QtBot, dialog: SettingsDialog, settings: Settings) -> None:
    dialog.appearance.set_value("dark")
    dialog.take()
    assert theme().is_dark
    with qtbot.waitSignal(dialog.changed):
        dialog.slider.setValue(150)
    assert dialog.font_percent.value() == 150
    assert _saved(settings).values.font_percent == 150
    dialog.font_percent.setValue(80)
    assert dialog.slider.value() == 80
    dialog.take()
    theme().set("light", 100)


def test_every_control_has_a_name(dialog: SettingsDialog) -> None:
    for control in (
        dialog.name,
        dialog.appearance,
        dialog.slider,
        dialog.font_percent,
        dialog.letters.linkedin_limit,
        dialog.open_minimum,
        dialog.words_per_minute,
    ):
        assert control.accessibleName()


def test_the_folder_opens(
    dialog: SettingsDialog, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Open folder")
    button.click()
    assert [Path(each.toLocalFile()) for each in opened] == [settings.folder]


def test_the_support_list_can_be_changed_and_reset(qtbot: QtBot, settings: Settings) -> None:
    dialog = SupportDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "988" in dialog.text.toPlainText()
    assert "116 123" in dialog.text.toPlainText()
    dialog.text.setPlainText("My sister")
    dialog.accept()
    assert _saved(settings).values.support == "My sister"

    again = SupportDialog(settings)
    qtbot.addWidget(again)
    again.show()
    assert again.text.toPlainText() == "My sister"
    again.reset.click()
    assert _saved(settings).values.support == ""
    again.text.undo()
    again.accept()
    assert _saved(settings).values.support == "My sister"


def test_about_says_what_is_protected_and_what_is_not(qtbot: QtBot, settings: Settings) -> None:
    dialog = AboutDialog(settings.folder)
    qtbot.addWidget(dialog)
    text = "\n".join(each.text() for each in dialog.findChildren(PlainLabel))
    for part in (__version__, "MIT", str(settings.folder), "not encrypted", "PySide6"):
        assert part in text


def test_a_problem_at_the_start_is_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = StartProblem("This store was written by a newer Rebound.", tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.sentence.text() == "This store was written by a newer Rebound."
    assert [each.text() for each in dialog.findChildren(QPushButton)] == ["Open folder", "Quit"]


def test_reminders_are_one_switch_and_have_quiet_hours(
    qtbot: QtBot, dialog: SettingsDialog, settings: Settings
) -> None:
    part = dialog.reminders
    assert part.on.isChecked()
    assert not part.names.isChecked()
    part.quiet_from.setTime(QTime(22, 15))
    part.names.click()
    part.on.click()
    assert not part.quiet_from.isEnabled()
    dialog.reject()
    values = _saved(settings).values
    assert (values.reminders, values.reminder_names) == (False, True)
    assert (values.quiet_from, values.quiet_until) == ("22:15", "08:00")
