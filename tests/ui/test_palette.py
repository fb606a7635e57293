"""The palette by its keys, from Ctrl+K to the clipboard and back."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from rebound_desktop.core.stories import Form
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import applications, people, stories, story_forms
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.palette import Palette
from rebound_desktop.ui.theme import theme
from tests.ui.seen import said

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = Qt.Key


@pytest.fixture
def window(
    show_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")
    made = show_window()
    QGuiApplication.clipboard().clear()
    yield made
    made.close()
    theme().set("light", 100)


@pytest.fixture
def oven(window: MainWindow) -> int:
    """A story, the newer of two."""
    stories.add({"title": "Kept the launch date", "action": "I rang the vendor. Twice."})
    made = stories.add(
        {
            "title": "Saved the Saturday orders",
            "situation": "The oven broke.",
            "action": "I rented a spare one overnight. I slept beside it.",
            "result": "All 120 orders went out on time.",
        }
    )
    return made.id


def palette(window: MainWindow) -> Palette:
    (found,) = window.findChildren(Palette)
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def typed(text: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, text)


def titles(window: MainWindow) -> list[str]:
    model = palette(window).list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def current(window: MainWindow) -> str:
    return str(palette(window).list.currentIndex().data())


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_a_story_is_on_the_clipboard_with_two_keys_beside_the_word(
    window: MainWindow, oven: int
) -> None:
    press(KEYS.Key_K, CTRL)
    typed("rented")
    press(KEYS.Key_Return, CTRL)
    assert "All 120 orders went out on time." in copied()
    assert not palette(window).isVisible()
    assert said(window).startswith("Copied: Story, ")


@pytest.mark.parametrize("page", ["today", "rejections", "applications", "people", "strengths"])
def test_it_opens_over_each_page_and_gives_the_focus_back(window: MainWindow, page: str) -> None:
    window.go_to(page)
    before = QApplication.focusWidget()
    assert before is not None
    press(KEYS.Key_K, CTRL)
    assert QApplication.focusWidget() is palette(window).field
    press(KEYS.Key_Escape)
    assert not palette(window).isVisible()
    assert QApplication.focusWidget() is before


def test_it_opens_while_somebody_types_in_a_field(window: MainWindow, oven: int) -> None:
    window.go_to("strengths")
    window.find_on_page()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    typed("nor")
    field.setCursorPosition(1)
    press(KEYS.Key_K, CTRL)
    assert field.text() == "nor"
    typed("rented")
    press(KEYS.Key_C, CTRL)
    assert "120 orders" in copied()
    assert QApplication.focusWidget() is field


def test_a_marked_word_is_copied_as_everywhere(window: MainWindow, oven: int) -> None:
    press(KEYS.Key_K, CTRL)
    typed("rented")
    press(KEYS.Key_A, CTRL)
    press(KEYS.Key_C, CTRL)
    assert copied() == "rented"
    assert palette(window).isVisible()


@pytest.mark.parametrize("key", [KEYS.Key_Tab, KEYS.Key_Right])
def test_the_forms_of_a_story_are_one_key_to_the_right(
    window: MainWindow, oven: int, key: Qt.Key
) -> None:
    press(KEYS.Key_K, CTRL)
    typed("rented")
    press(key)
    assert titles(window)[:4] == ["Story", "60 seconds", "Bullets", "One line"]
    press(KEYS.Key_Down)
    press(KEYS.Key_Down)
    press(KEYS.Key_Return)
    assert copied().startswith("• The oven broke.")
    assert said(window).startswith("Copied: Bullets")


def test_an_own_wording_is_what_is_copied(window: MainWindow, oven: int) -> None:
    story_forms.save(oven, Form.ONE_LINE, "My line about ovens.")
    press(KEYS.Key_K, CTRL)
    typed("oven")
    press(KEYS.Key_Tab)
    for _ in range(3):
        press(KEYS.Key_Down)
    assert current(window) == "One line"
    press(KEYS.Key_Return, CTRL)
    assert copied() == "My line about ovens."


def test_escape_leaves_the_forms_before_the_palette(window: MainWindow, oven: int) -> None:
    press(KEYS.Key_K, CTRL)
    press(KEYS.Key_Down)
    assert current(window) == "Kept the launch date"
    for back in (KEYS.Key_Escape, KEYS.Key_Left, KEYS.Key_Backtab):
        press(KEYS.Key_Tab)
        assert current(window) == "Story"
        press(back)
        assert current(window) == "Kept the launch date"
    press(KEYS.Key_Tab)
    typed("rented")
    assert current(window) == "Saved the Saturday orders"


def test_the_arrows_move_without_leaving_the_field(window: MainWindow, oven: int) -> None:
    press(KEYS.Key_K, CTRL)
    assert titles(window)[:2] == ["Saved the Saturday orders", "Kept the launch date"]
    assert "Today" in titles(window)
    assert "Log one win…" in titles(window)
    press(KEYS.Key_Down)
    assert current(window) == titles(window)[1]
    press(KEYS.Key_Up)
    press(KEYS.Key_Up)
    assert current(window) == titles(window)[-1]
    press(KEYS.Key_Down)
    press(KEYS.Key_PageDown)
    press(KEYS.Key_PageUp)
    assert current(window) == titles(window)[0]
    assert QApplication.focusWidget() is palette(window).field


def test_enter_opens_a_story(window: MainWindow, oven: int) -> None:
    press(KEYS.Key_K, CTRL)
    typed("launch")
    press(KEYS.Key_Return)
    page = window.show_page("strengths")
    assert "Kept the launch date" in {
        each.text() for each in page.findChildren(type(page.title)) if each.isVisible()
    }
    focused = QApplication.focusWidget()
    assert focused is page or page.isAncestorOf(focused)


def test_the_story_used_last_is_offered_first(
    window: MainWindow, settings: Settings, oven: int
) -> None:
    press(KEYS.Key_K, CTRL)
    typed("launch")
    press(KEYS.Key_Return, CTRL)
    press(KEYS.Key_K, CTRL)
    assert current(window) == "Kept the launch date"
    window.close()
    assert Settings(settings.folder).values.recent_stories[0] == oven - 1


def test_pages_and_actions_are_found_by_their_names(window: MainWindow) -> None:
    press(KEYS.Key_K, CTRL)
    typed("appl")
    assert titles(window)[0] == "Applications"
    press(KEYS.Key_Return)
    entry = next(
        each for each in window.side_bar.findChildren(QPushButton) if each.text() == "Applications"
    )
    assert entry.isChecked()
    press(KEYS.Key_K, CTRL)
    typed("one win")
    press(KEYS.Key_Return)
    (form,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    line = form.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "A customer wrote to thank me")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert stories.count() == 1
    assert said(window).startswith("Kept.")


def test_what_is_switched_off_is_not_offered(window: MainWindow) -> None:
    press(KEYS.Key_K, CTRL)
    typed("undo")
    assert titles(window) == []
    assert "Nothing here" in palette(window).field.accessibleDescription()
    press(KEYS.Key_Return)
    press(KEYS.Key_Return, CTRL)
    assert palette(window).isVisible()


def test_people_and_applications_are_copied_and_opened(window: MainWindow) -> None:
    applications.add({"company": "Northwind", "role": "Analyst"})
    person = people.add({"name": "Priya Nair", "email": "priya@example.org"})
    people.add({"name": "Sam Ortiz"})
    press(KEYS.Key_K, CTRL)
    typed("priy")
    press(KEYS.Key_Return, CTRL)
    assert copied() == "priya@example.org"
    press(KEYS.Key_K, CTRL)
    typed("northw")
    press(KEYS.Key_Return, CTRL)
    assert copied() == "Northwind – Analyst"
    press(KEYS.Key_K, CTRL)
    typed("ortiz")
    press(KEYS.Key_Return, CTRL)
    assert copied() == "Northwind – Analyst"
    assert palette(window).isVisible()
    press(KEYS.Key_Backspace)
    typed("z")
    press(KEYS.Key_Return)
    assert not palette(window).isVisible()
    assert person.id


def test_a_screen_reader_is_told_the_row(window: MainWindow, oven: int) -> None:
    press(KEYS.Key_K, CTRL)
    over = palette(window)
    assert over.field.accessibleName() == "Search everything"
    assert over.list.accessibleName() == "Results"
    typed("rented")
    described = over.field.accessibleDescription()
    assert described.startswith("Story, Saved the Saturday orders, I rented")
    row = over.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert row == described


def test_it_gives_way_when_the_focus_goes_elsewhere(window: MainWindow) -> None:
    press(KEYS.Key_K, CTRL)
    press(KEYS.Key_2, CTRL)
    assert not palette(window).isVisible()
    press(KEYS.Key_K, CTRL)
    over = palette(window)
    QTest.mouseClick(over, Qt.MouseButton.LeftButton, pos=QPoint(3, over.height() - 3))
    assert not over.isVisible()


def test_a_click_opens(window: MainWindow, oven: int) -> None:
    press(KEYS.Key_K, CTRL)
    rows = palette(window).list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not palette(window).isVisible()


def test_today_offers_it_as_a_field(window: MainWindow) -> None:
    page = window.show_page("today")
    (field,) = [
        each
        for each in page.findChildren(QPushButton)
        if each.accessibleName() == "Search everything"
    ]
    assert "Ctrl+K" in field.text()
    field.click()
    assert palette(window).isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_it_fits_a_small_window(window: MainWindow, oven: int, percent: int) -> None:
    theme().set("light", percent)
    window.resize(1024, 640)
    press(KEYS.Key_K, CTRL)
    QApplication.processEvents()
    over = palette(window)
    assert over.size() == window.size()
    for part in (over.field, over.list):
        corner = part.mapTo(window, QPoint(part.width(), part.height()))
        assert corner.x() <= window.width()
        assert corner.y() <= window.height()
    window.resize(900, 560)
    QApplication.processEvents()
    assert over.size() == window.size()
