"""Both ways through the wizard, with keys; leaving at any point; coming back to the same place."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWizard
from pytestqt.qtbot import QtBot

from rebound_desktop.core import clock
from rebound_desktop.core.followups import next_working_day
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import FollowUpKind, ReflectionPath, Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import (
    applications,
    bad_news,
    changes,
    database,
    feedback,
    followups,
    plans,
    reflections,
    rejections,
    stories,
)
from rebound_desktop.store.tables import (
    Application,
    FollowUp,
    Reflection,
    Rejection,
)
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.wizard.ask_yourself import AskYourselfPage
from rebound_desktop.ui.wizard.be_fair import BeFairPage
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard
from rebound_desktop.ui.wizard.stand_up import StandUpPage
from rebound_desktop.ui.wizard.step_list import StepButton
from rebound_desktop.ui.wizard.what_happened import WhatHappenedPage
from tests.ui.wizard.conftest import Open

_HARD = "面接官は誰か 🙂 \"quoted\" 'x' <b>&amp;</b>\nsecond\u00a0line\n\nnext " + "long " * 2000


def _first(wizard: ReflectionWizard) -> WhatHappenedPage:
    page = wizard.step_page(Step.WHAT_HAPPENED)
    assert isinstance(page, WhatHappenedPage)
    return page


def _questions(wizard: ReflectionWizard) -> AskYourselfPage:
    page = wizard.step_page(Step.ASK_YOURSELF)
    assert isinstance(page, AskYourselfPage)
    return page


def _last(wizard: ReflectionWizard) -> StandUpPage:
    page = wizard.step_page(Step.STAND_UP)
    assert isinstance(page, StandUpPage)
    return page


def _logged(step: Step = Step.ASK_YOURSELF) -> Rejection:
    made = bad_news.begin(
        "Contoso", "Analyst", on=clock.today(), reached=Stage.FINAL, path=ReflectionPath.ALL
    )
    reflections.go_to(reflections.begin(made.id).id, step)
    return made


def _press(wizard: ReflectionWizard, text: str) -> None:
    """Press the visible button that says so."""
    for each in wizard.findChildren(QAbstractButton):
        if each.isVisible() and each.text() == text:
            each.click()
            return
    raise AssertionError(f"no button {text}")


def test_two_minutes_with_the_keyboard_alone(qtbot: QtBot, open_wizard: Open) -> None:
    wizard = open_wizard()
    qtbot.keyClicks(wizard.focusWidget(), "Contoso")
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.currentId() == Step.BE_FAIR
    qtbot.keyClicks(wizard.focusWidget(), "That stings")
    qtbot.keyClick(
        wizard, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier
    )  # a stray key harms nothing
    _press(wizard, "Keep going")
    assert wizard.currentId() == Step.GOOD_AT
    _press(wizard, "Next")
    assert wizard.currentId() == Step.STAND_UP
    qtbot.keyClicks(wizard.focusWidget(), "it is nine")
    _press(wizard, "Finish")
    assert not wizard.isVisible()

    application = Application.get()
    assert (application.company, application.outcome) == ("Contoso", "no")
    reflection = Reflection.get()
    assert (reflection.state, reflection.path) == ("finished", "two_minutes")
    assert reflection.to_a_friend == "That stings"
    kinds = {each.kind: each.due_on for each in followups.open_ones()}
    assert kinds[FollowUpKind.PLAN] == clock.today() + timedelta(days=1)
    assert kinds[FollowUpKind.REFLECT] == next_working_day(clock.today())


def test_enter_twice_logs_the_news_and_stops_for_today(qtbot: QtBot, open_wizard: Open) -> None:
    wizard = open_wizard()
    qtbot.keyClicks(wizard.focusWidget(), "Contoso")
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert not wizard.isVisible()
    reflection = Reflection.get()
    morning = next_working_day(clock.today())
    assert (reflection.state, reflection.page, reflection.not_before) == ("paused", 2, morning)
    assert [(each.kind, each.due_on) for each in followups.open_ones()] == [("reflect", morning)]
    assert reflections.waiting() == []


def test_every_text_of_the_long_way_is_found_in_the_store(
    qtbot: QtBot, open_wizard: Open, settings: Settings
) -> None:
    settings.values.name = "Ann Example"
    applications.add({"company": "Tailspin"}, stage=Stage.APPLIED)
    wizard = open_wizard()
    typed: list[str] = []
    page = _first(wizard)
    page.company.setText("Contoso 株式会社")
    page.role.setText("Analyst “B”")
    page.all_of_it.click()
    while True:
        shown = wizard.step_page(Step(wizard.currentId()))
        for number, field in enumerate(shown.findChildren(QPlainTextEdit)):
            if field.isVisible():
                text = f"{shown.step}.{number} {_HARD}"
                field.setPlainText(text)
                typed.append(text)
        for number, line in enumerate(shown.findChildren(QLineEdit)):
            is_part = line.objectName() == "qt_spinbox_lineedit"
            if line.isVisible() and not line.text() and not is_part:
                line.setText(f"line {shown.step}.{number} é🙂")
                typed.append(f"line {shown.step}.{number} é🙂")
        if wizard.nextId() == -1:
            break
        wizard.next()
    _press(wizard, "Finish")

    stored = []
    for table in database.database.get_tables():
        rows = database.database.execute_sql(f'SELECT * FROM "{table}"').fetchall()
        stored += [value for row in rows for value in row if isinstance(value, str)]
    missing = [text[:20] for text in typed if not any(text.strip() in each for each in stored)]
    assert missing == []
    assert len(typed) > 12
    assert Reflection.get().state == "finished"
    assert {"Contoso 株式会社", "Tailspin"} <= {each.company for each in Application.select()}


def test_the_short_way_lists_four_steps_and_the_long_way_nine(open_wizard: Open) -> None:
    wizard = open_wizard()

    def titles() -> list[str]:
        return [each.text() for each in wizard.findChildren(StepButton) if each.isVisible()]

    assert titles() == ["What happened", "Be fair to yourself", "What you’re good at", "Stand up"]
    _first(wizard).all_of_it.click()
    assert len(titles()) == 9


@pytest.mark.parametrize("how", ["escape", "close", "later"])
def test_leaving_keeps_what_was_just_typed(qtbot: QtBot, open_wizard: Open, how: str) -> None:
    wizard = open_wizard(_logged().id)
    assert wizard.currentId() == Step.ASK_YOURSELF
    qtbot.keyClicks(wizard.focusWidget(), "half a sen")
    if how == "escape":
        qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Escape)
    elif how == "close":
        wizard.close()
    else:
        _press(wizard, "Finish later")
    assert not wizard.isVisible()
    found = Reflection.get()
    assert (found.did_well, found.state, found.page) == ("half a sen", "paused", 3)


def test_an_answer_is_stored_within_half_a_second_of_typing(
    qtbot: QtBot, open_wizard: Open
) -> None:
    wizard = open_wizard(_logged().id)
    qtbot.keyClicks(wizard.focusWidget(), "typed")
    qtbot.waitUntil(lambda: Reflection.get().did_well == "typed", timeout=2000)


def test_it_comes_back_to_the_same_page_with_all_texts(
    store: Path, qtbot: QtBot, open_wizard: Open
) -> None:
    rejection = _logged(Step.BE_FAIR)
    wizard = open_wizard(rejection.id)
    _press(wizard, "Keep going")
    for field, area in _questions(wizard).answers.items():
        area.setPlainText(f"{field} {_HARD}")
    wizard.session.autosave.flush()
    # As after a kill: nothing is said to the wizard, the store is simply opened again.
    wizard.hide()
    database.close_store()
    database.open_store(store)

    again = open_wizard(rejection.id)
    assert again.currentId() == Step.ASK_YOURSELF
    for field, area in _questions(again).answers.items():
        assert again.session.answer(field) == f"{field} {_HARD}"
        assert area.toPlainText() == f"{field} {_HARD}".replace("\u00a0", " ")
    _press(again, "Back")
    _press(again, "Back")
    assert again.currentId() == Step.WHAT_HAPPENED
    assert _first(again).company.text() == "Contoso"


def test_opening_and_closing_writes_nothing(open_wizard: Open) -> None:
    wizard = open_wizard()
    wizard.reject()
    assert Application.select().count() == 0
    assert changes.undo_label() == ""


def test_a_rejection_logged_by_hand_opens_at_the_second_page(open_wizard: Open) -> None:
    application = applications.add({"company": "Contoso"}, stage=Stage.APPLIED)
    rejection = rejections.log(application.id, on=clock.today(), reached=Stage.APPLIED)
    wizard = open_wizard(rejection.id)
    assert wizard.currentId() == Step.BE_FAIR
    assert Reflection.select().count() == 0  # looking is not beginning
    _press(wizard, "Back")
    assert _first(wizard).company.text() == "Contoso"
    wizard.reject()


def test_a_finished_reflection_opens_for_reading_and_stays_finished(open_wizard: Open) -> None:
    rejection = _logged()
    found = reflections.begin(rejection.id)
    reflections.save_answer(found.id, "learned", "They ask about money")
    reflections.finish(found.id)
    wizard = open_wizard(rejection.id)
    assert wizard.currentId() == Step.WHAT_HAPPENED
    steps = [each for each in wizard.findChildren(StepButton) if each.isVisible()]
    assert all(each.isEnabled() for each in steps)
    steps[2].click()
    assert wizard.currentId() == Step.ASK_YOURSELF
    assert _questions(wizard).answers["learned"].toPlainText() == "They ask about money"
    wizard.reject()
    assert Reflection.get().state == "finished"


def test_straight_to_the_end_and_back(open_wizard: Open) -> None:
    wizard = open_wizard(_logged().id)
    _press(wizard, "Straight to the end")
    assert wizard.currentId() == Step.STAND_UP
    _press(wizard, "Back")
    assert wizard.currentId() == Step.ASK_YOURSELF
    wizard.reject()


def test_a_skipped_letter_is_not_written(open_wizard: Open) -> None:
    rejection = _logged(Step.FEEDBACK)
    wizard = open_wizard(rejection.id)
    _press(wizard, "Skip this step")
    assert wizard.currentId() == Step.NETWORK
    assert feedback.requests_of(rejection.id) == []
    wizard.reject()


def test_a_step_can_be_reached_from_the_side_with_keys(qtbot: QtBot, open_wizard: Open) -> None:
    wizard = open_wizard(_logged(Step.ABOUT).id)
    button = next(
        each for each in wizard.findChildren(StepButton) if each.text() == "Be fair to yourself"
    )
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert wizard.currentId() == Step.BE_FAIR
    assert Reflection.get().page == Step.BE_FAIR
    wizard.reject()


def test_the_steps_say_where_one_is(open_wizard: Open) -> None:
    wizard = open_wizard(_logged().id)
    said = {
        each.accessibleName(): each.accessibleDescription()
        for each in wizard.findChildren(StepButton)
    }
    assert said["Be fair to yourself"] == "Step 2 of 9, done"
    assert said["Ask yourself"] == "Step 3 of 9, you are here"
    assert said["Stand up"] == "Step 9 of 9, to come"
    wizard.reject()


def test_after_the_first_day_going_on_is_the_default(
    qtbot: QtBot, open_wizard: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    rejection = _logged(Step.BE_FAIR)
    monkeypatch.setenv("REBOUND_TODAY", (clock.today() + timedelta(days=3)).isoformat())
    wizard = open_wizard(rejection.id)
    page = wizard.step_page(Step.BE_FAIR)
    assert isinstance(page, BeFairPage)
    assert not page.remind.isChecked()
    enough, go_on = page.enough_button.size(), page.go_on_button.size()
    assert enough.height() == go_on.height()
    assert abs(enough.width() - go_on.width()) <= 1  # an odd pixel
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    assert wizard.currentId() == Step.ASK_YOURSELF
    wizard.reject()


def test_the_plan_is_summed_up_and_read_back(open_wizard: Open) -> None:
    rejection = _logged(Step.STAND_UP)
    wizard = open_wizard(rejection.id)
    page = _last(wizard)
    assert not page.mood.isVisible()  # not asked straight after writing
    page.if_edit.setPlainText("it rains")
    page.then_edit.setPlainText("read the advert")
    wizard.session.autosave.flush()
    texts = [each.text() for each in page.findChildren(QLabel)]
    assert any("If it rains, I will read the advert" in each for each in texts)
    assert any(each.startswith("The news from Contoso") for each in texts)
    _press(wizard, "Finish")
    plan = plans.of_reflection(Reflection.get().id)
    assert plan is not None
    assert (plan.if_text, plan.then_text) == ("it rains", "read the advert")
    assert FollowUp.get(FollowUp.kind == "plan").title == "If it rains, I will read the advert"


@pytest.mark.parametrize(("width", "height", "percent"), [(1008, 600, 100), (1024, 640, 200)])
def test_nothing_is_cut_off_in_a_small_window(
    qtbot: QtBot, open_wizard: Open, width: int, height: int, percent: int
) -> None:
    theme().set("light", percent)
    try:
        stories.add({"title": "Saved the Saturday orders", "result": "All went out on time."})
        wizard = open_wizard(_logged(Step.STAND_UP).id)
        wizard.resize(width, height)
        assert wizard.width() <= width
        assert wizard.height() <= height
        for step in Step:
            wizard.jump(int(step))
            qtbot.wait(20)
            page = wizard.step_page(step)
            for each in page.findChildren(QAbstractButton):
                if each.isVisible():
                    right = each.mapTo(wizard, each.rect().topRight()).x()
                    assert right <= wizard.width(), (step, each.text())
            for which in (QWizard.WizardButton.BackButton, QWizard.WizardButton.NextButton):
                button = wizard.button(which)
                if button.isVisible():
                    assert button.width() >= button.sizeHint().width()
                    assert button.geometry().right() <= wizard.width()
        wizard.reject()
    finally:
        theme().set("light", 100)


def test_every_control_has_a_name(open_wizard: Open) -> None:
    stories.add({"title": "Saved the Saturday orders", "result": "All went out on time."})
    applications.add({"company": "Tailspin"}, stage=Stage.APPLIED)
    wizard = open_wizard(_logged(Step.STAND_UP).id)
    for step in Step:
        wizard.jump(int(step))
        page = wizard.step_page(step)
        assert page.first_field() is not None
        for each in page.findChildren(QAbstractButton) + page.findChildren(QLineEdit):
            inner = each.objectName().startswith("qt_") or not each.isVisibleTo(page)
            if not inner:
                interface = QAccessible.queryAccessibleInterface(each)
                assert interface.text(QAccessible.Text.Name), (step, each)
    wizard.reject()
