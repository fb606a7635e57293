"""The page of all lessons, as a person meets it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import LessonState, ReflectionPath, Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import bad_news, changes, lessons
from rebound_desktop.ui.dialogs.lesson_dialog import LessonDialog
from rebound_desktop.ui.pages.lessons import LessonsPage
from rebound_desktop.ui.pages.page import Page


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")


@pytest.fixture
def page(show_page: Callable[[Page], None], settings: Settings) -> Iterator[LessonsPage]:
    made = LessonsPage(settings)
    show_page(made)
    yield made
    made.close()


def _shown(page: LessonsPage) -> list[list[str]]:
    return [
        [str(page.model.index(row, column).data()) for column in range(4)]
        for row in range(page.model.rowCount())
    ]


def test_an_empty_page_offers_to_begin(page: LessonsPage) -> None:
    assert page._lists.currentWidget() is page._nothing
    assert not page.chips.isVisible()
    page.new.click()
    dialog = page.findChildren(LessonDialog)[-1]
    dialog.accept()
    assert "few words" in dialog.fields["text"].refusal
    dialog.text.setPlainText("Bring one number")
    dialog.stage.set_value("final")
    dialog.accept()
    assert _shown(page) == [["Bring one number", "Final interview", "Kept", "Added 22 Nov"]]
    assert page.detail.text.toPlainText() == "Bring one number"


def test_a_lesson_is_reworded_tried_and_deleted(page: LessonsPage, qtbot: QtBot) -> None:
    rejection = bad_news.begin(
        "Contoso", "", on=date(2026, 11, 20), reached=Stage.FINAL, path=ReflectionPath.ALL
    )
    lesson = lessons.keep(rejection.id, "Ask first", lessons.FROM_FEEDBACK)
    page.select(lesson.id)
    assert _shown(page)[0][3] == "Contoso, their feedback · 20 Nov"
    page.detail.text.setPlainText("Ask twice")
    page.detail.state.set_value("helped")
    page.detail.state.chosen.emit("helped")
    page.detail.stage.chosen.emit("screening")
    page.detail.flush()
    found = lessons.get(lesson.id)
    assert found is not None
    assert (found.text, found.state, found.stage) == ("Ask twice", "helped", "screening")
    assert found.tried_on == date(2026, 11, 22)
    with qtbot.waitSignal(page.record_asked) as asked:
        page.detail.open_rejection.click()
    assert asked.args == ["rejections", rejection.id]
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert _shown(page) == []
    changes.undo()
    assert len(_shown(page)) == 1


def test_chips_and_words_narrow_the_list(page: LessonsPage, qtbot: QtBot) -> None:
    lessons.keep(None, "Bring a number", stage=Stage.FINAL)
    helped = lessons.keep(None, "Sleep well")
    lessons.set_state(helped.id, LessonState.HELPED)
    page.chips.choose("to_bring")
    assert [row[0] for row in _shown(page)] == ["Bring a number"]
    page.chips.choose("all")
    qtbot.keyClicks(page.search, "sleep")
    assert [row[0] for row in _shown(page)] == ["Sleep well"]
    qtbot.keyClicks(page.search, "zzz")
    assert page._lists.currentWidget() is page._no_match
    page._show_all()
    assert len(_shown(page)) == 2


def test_the_switch_leads_to_the_log(page: LessonsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.page_asked) as asked:
        page.switch.views["rejections"].click()
    assert asked.args == ["rejections"]
    assert page.switch.views["lessons"].isChecked()
    assert not page.switch.views["rejections"].isChecked()
