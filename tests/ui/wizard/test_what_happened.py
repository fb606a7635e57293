"""The news is stored while it is typed, and finds the application that it belongs to."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rebound_desktop.core import clock
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import MoodMoment, Stage
from rebound_desktop.store import applications, moods, rejections
from rebound_desktop.store.tables import Application, Event, MoodCheck, Reflection, Rejection
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard
from rebound_desktop.ui.wizard.what_happened import WhatHappenedPage
from tests.ui.wizard.conftest import Open


def _page(wizard: ReflectionWizard) -> WhatHappenedPage:
    page = wizard.step_page(Step.WHAT_HAPPENED)
    assert isinstance(page, WhatHappenedPage)
    return page


def _companies() -> list[str]:
    found = Application.select().where(Application.deleted_at.is_null())
    return sorted(each.company for each in found)


def _choose(page: WhatHappenedPage, field: str, value: str) -> None:
    """Choose a value as a person does with the list."""
    edit = getattr(page, field)
    edit.set_value(value)
    edit.chosen.emit(value)


def test_the_no_is_stored_as_soon_as_a_company_is_typed(qtbot: QtBot, open_wizard: Open) -> None:
    wizard = open_wizard()
    qtbot.keyClicks(wizard.focusWidget(), "Contoso")
    qtbot.waitUntil(lambda: Rejection.select().count() == 1, timeout=2000)
    assert _companies() == ["Contoso"]
    assert Reflection.get().state == "open"
    qtbot.keyClicks(wizard.focusWidget(), " Ltd")
    wizard.session.autosave.flush()
    assert _companies() == ["Contoso Ltd"]
    assert Event.select().count() == 1
    wizard.reject()


def test_all_facts_of_the_page_are_stored(open_wizard: Open) -> None:
    wizard = open_wizard()
    page = _page(wizard)
    page.their_words.setPlainText("We went with\n“somebody else” 🙂")
    page.company.setText("Contoso")
    page.role.setText("Analyst")
    _choose(page, "reached", Stage.FINAL)
    _choose(page, "told", "phone")
    page.day.set_day(clock.today() - timedelta(days=2))
    page.mood.slider.setValue(20)
    wizard.reject()
    rejection = Rejection.get()
    assert (rejection.reached, rejection.how_told, rejection.outcome) == ("final", "phone", "no")
    assert rejection.on_date == clock.today() - timedelta(days=2)
    assert rejection.their_words == "We went with\n“somebody else” 🙂"
    assert moods.check_of(rejection.id, MoodMoment.BEFORE) == 20
    application = Application.get()
    assert (application.role, application.furthest, application.stage) == (
        "Analyst",
        "final",
        "closed",
    )
    assert Event.select().count() == 1  # typing left no corrections


def test_a_company_that_never_answered_is_no_reply_until_that_is_changed(
    open_wizard: Open,
) -> None:
    wizard = open_wizard()
    page = _page(wizard)
    page.company.setText("Contoso")
    _choose(page, "told", "silence")
    assert Rejection.get().outcome == "no_reply"
    _choose(page, "told", "email")
    assert Rejection.get().outcome == "no"
    wizard.reject()


def test_without_a_company_next_says_so_at_the_field(qtbot: QtBot, open_wizard: Open) -> None:
    wizard = open_wizard()
    page = _page(wizard)
    page.their_words.setPlainText("They said no")
    qtbot.keyClick(page.company, Qt.Key.Key_Return)
    assert wizard.currentId() == Step.WHAT_HAPPENED
    assert "company’s name" in page._company_field.refusal
    wizard.reject()
    # Something was typed: it is kept, under a name that says what is missing.
    assert Rejection.get().their_words == "They said no"
    assert _companies() == ["Unnamed company"]


def test_an_unnamed_company_is_asked_for_again(open_wizard: Open) -> None:
    wizard = open_wizard()
    _page(wizard).role.setText("Analyst")
    wizard.reject()
    again = open_wizard(Rejection.get().id)
    page = _page(again)
    assert (page.company.text(), page.role.text()) == ("", "Analyst")
    page.company.setText("Contoso")
    again.reject()
    assert _companies() == ["Contoso"]


def test_what_was_typed_and_erased_leaves_nothing(open_wizard: Open) -> None:
    wizard = open_wizard()
    page = _page(wizard)
    page.company.setText("Contoso")
    wizard.session.autosave.flush()
    page.company.clear()
    wizard.reject()
    assert _companies() == []
    assert rejections.get(Rejection.get().id) is None


def test_an_erased_name_takes_no_answer_along(open_wizard: Open) -> None:
    wizard = open_wizard()
    _page(wizard).company.setText("Contoso")
    wizard.next()
    wizard.session.save_answer("to_a_friend", "That stings")
    wizard.back()
    _page(wizard).company.clear()
    wizard.reject()
    assert Reflection.get().to_a_friend == "That stings"
    assert Reflection.get().deleted_at is None
    assert _companies() == ["Unnamed company"]


@pytest.mark.parametrize("saved_first", [True, False])
def test_a_day_in_the_future_is_refused_at_the_field(open_wizard: Open, saved_first: bool) -> None:
    wizard = open_wizard()
    page = _page(wizard)
    page.company.setText("Contoso")
    if saved_first:
        wizard.session.autosave.flush()
    page.day.set_day(clock.today() + timedelta(days=1))
    wizard.next()
    assert wizard.currentId() == Step.WHAT_HAPPENED
    assert "in the future" in page._day_field.refusal
    assert Rejection.get().on_date == clock.today()
    page.day.set_day(clock.today())
    assert page._day_field.refusal == ""
    wizard.next()
    assert wizard.currentId() == Step.BE_FAIR
    wizard.reject()


def _northwind(on: date | None = None) -> Application:
    return applications.add(
        {"company": "Northwind", "role": "Product Analyst"},
        stage=Stage.FINAL,
        on=on or clock.today() - timedelta(days=20),
    )


def test_choosing_an_application_fills_in_its_facts(qtbot: QtBot, open_wizard: Open) -> None:
    northwind = _northwind()
    wizard = open_wizard()
    page = _page(wizard)
    qtbot.keyClicks(page.company, "north")
    wizard.session.autosave.flush()
    popup = page.company.completer().popup()
    assert popup.model().index(0, 0).data() == "Northwind · Product Analyst"
    page.company.picked.emit(northwind.id)
    assert (page.company.text(), page.role.text()) == ("Northwind", "Product Analyst")
    assert page.reached.value() == Stage.FINAL
    assert _companies() == ["Northwind"]
    rejection = Rejection.get()
    assert (rejection.application_id, rejection.reached) == (northwind.id, "final")
    wizard.reject()


def test_the_name_of_an_application_in_process_finds_it(open_wizard: Open) -> None:
    northwind = _northwind()
    wizard = open_wizard()
    _page(wizard).company.setText("northwind ltd")
    wizard.next()
    assert Rejection.get().application_id == northwind.id
    assert _companies() == ["Northwind"]
    wizard.reject()


def test_another_role_at_the_same_company_is_another_application(open_wizard: Open) -> None:
    northwind = _northwind()
    wizard = open_wizard()
    _page(wizard).role.setText("Cook")
    _page(wizard).company.setText("Northwind")
    wizard.next()
    assert Rejection.get().application_id != northwind.id
    assert _companies() == ["Northwind", "Northwind"]
    wizard.reject()


def test_typing_another_company_lets_the_chosen_application_go_on(open_wizard: Open) -> None:
    northwind = _northwind()
    wizard = open_wizard()
    page = _page(wizard)
    page.company.picked.emit(northwind.id)
    page.company.setText("Norton")
    wizard.next()
    assert _companies() == ["Northwind", "Norton"]
    assert Application.get_by_id(northwind.id).stage == Stage.FINAL
    wizard.reject()


def test_news_from_before_the_application_is_refused(open_wizard: Open) -> None:
    application = applications.add(
        {"company": "Late"}, stage=Stage.APPLIED, on=clock.today() - timedelta(days=3)
    )
    wizard = open_wizard()
    page = _page(wizard)
    page.company.picked.emit(application.id)
    page.day.set_day(clock.today() - timedelta(days=9))
    wizard.next()
    assert wizard.currentId() == Step.WHAT_HAPPENED
    assert "before the day you applied" in page._day_field.refusal
    assert Rejection.get().on_date == clock.today()
    wizard.reject()


def test_an_untouched_slider_says_nothing_and_an_answer_can_be_taken_back(
    qtbot: QtBot, open_wizard: Open
) -> None:
    wizard = open_wizard()
    page = _page(wizard)
    page.company.setText("Contoso")
    wizard.session.autosave.flush()
    assert MoodCheck.select().count() == 0
    page.mood.slider.setFocus()
    qtbot.keyClick(page.mood.slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: MoodCheck.select().count() == 1, timeout=2000)
    assert MoodCheck.get().value == 49
    page.mood._clear.click()
    assert MoodCheck.select().count() == 0
    assert page.mood.value() is None
    wizard.reject()


def test_a_settled_rejection_is_corrected_on_the_record(open_wizard: Open) -> None:
    application = applications.add(
        {"company": "Contoso"}, stage=Stage.INTERESTED, on=date(2026, 1, 1)
    )
    rejection = rejections.log(application.id, on=clock.today(), reached=Stage.APPLIED)
    wizard = open_wizard(rejection.id)
    wizard.back()
    _choose(_page(wizard), "reached", Stage.SCREENING)
    wizard.reject()
    assert Rejection.get().reached == "screening"
    noes = [each for each in Event.select() if each.kind == "no"]
    assert [each.retracted_at is not None for each in noes] == [True, False]
