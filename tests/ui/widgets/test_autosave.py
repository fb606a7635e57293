"""What is typed is stored, soon, once, and never lost."""

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.notices import Notices


class _Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit(self)
        self.area = QPlainTextEdit(self)
        self.other = QLineEdit(self)
        self.saved: list[tuple[str, str]] = []
        self.autosave = Autosave(self)
        self.autosave.watch(self.line, lambda text: self.saved.append(("line", text)))
        self.autosave.watch(self.area, lambda text: self.saved.append(("area", text)))


def shown(notices: Notices) -> str:
    """Return the sentences that the window shows at its top."""
    labels = notices.findChildren(QLabel)
    return " ".join(each.text() for each in labels if each.isVisible())


def _cursor(editor: QLineEdit | QPlainTextEdit) -> int:
    if isinstance(editor, QLineEdit):
        return editor.cursorPosition()
    return editor.textCursor().position()


@pytest.fixture
def form(qtbot: QtBot) -> _Form:
    made = _Form()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_pause_saves_the_text_once(qtbot: QtBot, form: _Form) -> None:
    qtbot.keyClicks(form.line, "Contoso")
    assert form.saved == []
    qtbot.waitUntil(lambda: form.saved == [("line", "Contoso")], timeout=2000)


def test_steady_typing_does_not_put_the_save_off(qtbot: QtBot, form: _Form) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not form.saved and clock.elapsed() < 3000:
        qtbot.keyClicks(form.area, "a")
        qtbot.wait(40)
    assert form.saved
    assert clock.elapsed() < 1500  # half a second, with room for a busy machine


def test_a_nul_is_not_stored_and_moves_no_cursor(form: _Form) -> None:
    for editor in (form.line, form.area):
        QGuiApplication.clipboard().setText("be\0fore")
        editor.paste()
        form.autosave.flush()
        assert form.saved.pop()[1] == "before"
        place = _cursor(editor)
        form.autosave.fill(editor, "before")  # as a page does once it is stored
        assert _cursor(editor) == place > 0


def test_leaving_the_field_saves_at_once(qtbot: QtBot, form: _Form) -> None:
    form.line.setFocus()
    qtbot.keyClicks(form.line, "Ann")
    form.other.setFocus()
    assert form.saved == [("line", "Ann")]


def test_hiding_the_form_saves_at_once(qtbot: QtBot, form: _Form) -> None:
    qtbot.keyClicks(form.area, "x")
    form.hide()
    assert form.saved == [("area", "x")]


def test_flush_saves_all_fields_and_then_nothing(qtbot: QtBot, form: _Form) -> None:
    form.line.setText("one")
    form.area.setPlainText("two\nthree")
    form.autosave.flush()
    assert form.saved == [("line", "one"), ("area", "two\nthree")]
    form.autosave.flush()
    assert len(form.saved) == 2
    assert not form.autosave.is_waiting()


def test_showing_a_stored_text_saves_nothing(qtbot: QtBot, form: _Form) -> None:
    form.autosave.fill(form.line, "stored")
    form.autosave.fill(form.area, "stored too")
    assert form.line.text() == "stored"
    assert not form.autosave.is_waiting()


def test_what_is_being_typed_is_not_overwritten(qtbot: QtBot, form: _Form) -> None:
    form.autosave.fill(form.line, "stored")
    qtbot.keyClicks(form.line, " and more")
    form.autosave.fill(form.line, "stored")
    assert form.line.text() == "stored and more"


def test_a_text_that_could_not_be_saved_is_tried_again(qtbot: QtBot, form: _Form) -> None:
    attempts: list[str] = []

    def save(text: str) -> None:
        attempts.append(text)
        if len(attempts) == 1:
            raise OSError("disk full")

    form.autosave.watch(form.other, save)
    form.other.setText("kept")
    with pytest.raises(OSError, match="disk full"):
        form.autosave.flush()
    form.autosave.flush()
    assert attempts == ["kept", "kept"]


@pytest.mark.parametrize(
    "text",
    ["ligne 1\n\nligne\u00a0: «\u00a02\u00a0»\n", "👩‍🚀 “quoted” \"plain\" 'single'", "نص\n文本\n"],
)
def test_any_text_comes_back_as_it_was(form: _Form, text: str) -> None:
    form.area.setPlainText(text)
    form.autosave.flush()
    assert form.saved == [("area", text)]


def test_what_is_not_taken_stays_and_is_tried_again(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QPlainTextEdit()
    QVBoxLayout(window).addWidget(box)
    window.show()
    saved: list[str] = []
    full = [True]

    def save(text: str) -> None:
        if full[0]:
            raise NotSavedError("This could not be saved: the disk is full.")
        saved.append(text)

    autosave = Autosave(window)
    autosave.watch(box, save)
    box.setPlainText("a whole evening")
    left: list[bool] = []

    assert not autosave.may_close(lambda: left.append(True))
    notices = Notices.of(window)
    assert "disk is full" in shown(notices)
    assert box.toPlainText() == "a whole evening"
    assert box.y() > 0
    notices.buttons("not saved")["Try again"]()
    assert "disk is full" in shown(notices), "it is still full"
    full[0] = False
    notices.buttons("not saved")["Try again"]()

    assert saved == ["a whole evening"]
    assert shown(notices) == ""
    assert autosave.may_close(lambda: None)
    assert left == []
