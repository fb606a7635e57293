"""Today: what waits, what is due, one story, the plan, and what comes next."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import EventKind, FollowUpKind, MoodMoment, Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import (
    applications,
    changes,
    followups,
    moods,
    people,
    reflections,
    rejections,
    stories,
)
from rebound_desktop.store.tables import FollowUp, Rejection
from rebound_desktop.ui.dialogs.day_dialog import DayDialog
from rebound_desktop.ui.dialogs.follow_up_dialog import FollowUpDialog
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.pages.today import TodayPage
from rebound_desktop.ui.pages.today_to_do_row import ToDoRow
from rebound_desktop.ui.widgets.text import PlainLabel

TODAY = date(2027, 3, 8)  # a Monday


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


@pytest.fixture
def page(show_page: Callable[[Page], None], settings: Settings) -> TodayPage:
    made = TodayPage(settings)
    show_page(made)
    return made


def _rows(page: TodayPage) -> list[ToDoRow]:
    QApplication.processEvents()  # a layout shows what was added to it in the next turn
    rows = [each for each in page.to_do.findChildren(ToDoRow) if each.isVisible()]
    return sorted(rows, key=page.to_do.column.indexOf)


def _titles(page: TodayPage) -> list[str]:
    return [each.title.text() for each in _rows(page)]


def _texts(page: TodayPage) -> str:
    """Return everything that is written on the page."""
    QApplication.processEvents()
    labels = [each.text() for each in page.findChildren(PlainLabel) if each.isVisible()]
    buttons = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    return "\n".join([*labels, *buttons])


def _to_do(title: str, day: date = TODAY, **more: object) -> FollowUp:
    return followups.add(FollowUpKind.OTHER, title, day, **more)  # type: ignore[arg-type]


def _rejection(company: str = "Northwind", on: date = TODAY) -> Rejection:
    application = applications.add({"company": company, "role": "Product Analyst"})
    return rejections.log(application.id, on=on, reached=Stage.INTERVIEWING)


# Greeting and sentence


@pytest.mark.parametrize(
    ("hour", "name", "greeting"),
    [
        (5, "Maya", "Good morning, Maya"),
        (11, "", "Good morning"),
        (12, "", "Good afternoon"),
        (17, "Maya", "Good afternoon, Maya"),
        (18, "", "Good evening"),
        (3, "", "Good evening"),
    ],
)
def test_the_greeting_follows_the_hour(
    page: TodayPage,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    hour: int,
    name: str,
    greeting: str,
) -> None:
    monkeypatch.setattr(clock, "now_local", lambda: datetime(2027, 3, 8, hour, 30))
    settings.values.name = name
    page.open()
    assert page.title.text() == greeting


def test_one_sentence_says_how_things_stand(page: TodayPage) -> None:
    for number in range(5):
        made = applications.add({"company": f"Company {number}"}, stage=Stage.APPLIED, on=TODAY)
    assert "Five applications in process." in _texts(page)
    applications.record_event(
        made.id, EventKind.INTERVIEW, TODAY + timedelta(days=3), at_time="14:00"
    )
    assert "Five applications in process. Next: Company 4, Thursday 14:00." in _texts(page)


# The banner


def test_a_paused_reflection_waits_and_can_go_on(qtbot: QtBot, page: TodayPage) -> None:
    assert not page.banner.isVisible()
    rejection = _rejection()
    reflections.pause(reflections.begin(rejection.id).id, 3)
    assert "Your reflection on Northwind is waiting" in _texts(page)
    assert (
        "Product Analyst · you stopped at step 3 of 9, “Ask yourself”. "
        "Take it up whenever you like." in _texts(page)
    )
    with qtbot.waitSignal(page.reflect_asked) as asked:
        page.banner.go_on.click()
    assert asked.args == [rejection.id]


def test_not_today_means_tomorrow(page: TodayPage, monkeypatch: pytest.MonkeyPatch) -> None:
    reflections.begin(_rejection().id)
    page.banner.not_today.click()
    assert not page.banner.isVisible()
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-09")
    page.open()
    assert page.banner.isVisible()


def test_of_several_the_newest_is_shown_and_the_others_are_named(
    qtbot: QtBot, page: TodayPage
) -> None:
    older = _rejection("Contoso & Sons", TODAY - timedelta(days=9))
    reflections.begin(older.id)
    reflections.begin(_rejection("Litware", TODAY - timedelta(days=5)).id)
    reflections.begin(_rejection("Northwind").id)
    assert "Your reflection on Northwind is waiting" in _texts(page)
    assert "and 2 more:" in _texts(page)
    link = next(
        each
        for each in page.banner.findChildren(QPushButton)
        if each.accessibleName() == "Continue the reflection on Contoso & Sons"
    )
    with qtbot.waitSignal(page.reflect_asked) as asked:
        link.click()
    assert asked.args == [older.id]


# What there is to do


def test_what_is_due_comes_by_day_with_its_pill(page: TodayPage) -> None:
    _to_do("today")
    _to_do("overdue", TODAY - timedelta(days=5))
    _to_do("soon", TODAY + timedelta(days=9))
    _to_do("tomorrow", TODAY + timedelta(days=1), at_time="09:30")
    assert _titles(page) == ["overdue", "today", "tomorrow", "soon"]
    rows = _rows(page)
    assert [each.pill.text() for each in rows] == [
        "5 days ago",
        "Today",
        "Tomorrow 09:30",
        "Wed 17 Mar",
    ]
    assert [each.pill.property("tone") for each in rows] == ["due", "due", "plain", "plain"]
    assert "2 due" in _texts(page)


def test_the_second_line_names_the_company_once(page: TodayPage) -> None:
    rejection = _rejection()
    followups.add(
        FollowUpKind.THANK_YOU, "Send thank-you", TODAY, draft="Dear Sam", rejection=rejection
    )
    followups.add(
        FollowUpKind.NUDGE, "Ask Northwind again", TODAY, note="only\nonce", rejection=rejection
    )
    first, second = _rows(page)
    assert first.note.text() == "Northwind · drafted, ready to copy"
    assert second.note.text() == "only once"
    assert first.copy.isVisible()
    assert not second.copy.isVisible()


def test_a_tick_is_done_and_can_be_taken_back(qtbot: QtBot, page: TodayPage) -> None:
    _to_do("one")
    _to_do("two")
    with qtbot.waitSignal(page.said) as said:
        _rows(page)[0].box.click()
    assert said.args == ["Done: one (Ctrl+Z takes it back)"]
    assert _titles(page) == ["two"]
    changes.undo()
    assert _titles(page) == ["one", "two"]
    assert not _rows(page)[0].box.isChecked()


def test_the_focus_goes_on_to_the_next_row(qtbot: QtBot, page: TodayPage) -> None:
    for title in ("one", "two", "three"):
        _to_do(title)
    _rows(page)[1].take_focus()
    assert _rows(page)[1].has_focus()
    qtbot.keyClick(_rows(page)[1].box, Qt.Key.Key_Space)
    assert _titles(page) == ["one", "three"]
    assert _rows(page)[1].box.hasFocus()
    qtbot.keyClick(_rows(page)[1].box, Qt.Key.Key_Up)
    assert _rows(page)[0].box.hasFocus()
    qtbot.keyClick(_rows(page)[0].box, Qt.Key.Key_Down)
    assert _rows(page)[1].box.hasFocus()


def test_everything_has_its_key(qtbot: QtBot, page: TodayPage) -> None:
    application = applications.add({"company": "Northwind"})
    made = _to_do("one", draft="Dear Sam,\nthank you", application=application)
    row = _rows(page)[0]
    with qtbot.waitSignal(page.copy_asked) as copied:
        qtbot.keyClick(row.box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args == ["Dear Sam,\nthank you", "one"]
    with qtbot.waitSignal(page.letter_asked) as letter:
        qtbot.keyClick(row.box, Qt.Key.Key_Return)
    assert letter.args == [made.id]
    followups.edit(made.id, draft="")
    with qtbot.waitSignal(page.record_asked) as opened:
        qtbot.keyClick(row.box, Qt.Key.Key_Return)
    assert opened.args == ["applications", application.id]
    qtbot.keyClick(row.box, Qt.Key.Key_F2)
    dialog = page.findChild(FollowUpDialog)
    assert isinstance(dialog, QDialog)
    dialog.close()
    qtbot.keyClick(row.box, Qt.Key.Key_Delete)
    assert _titles(page) == []
    found = followups.get(made.id)
    assert found is not None
    assert found.state == "dropped"


def _menu_texts(row: ToDoRow) -> dict[str, object]:
    row.menu_button.click()
    menu = next(each for each in row.findChildren(QMenu) if each.isVisible())
    move = next(each for each in menu.findChildren(QMenu))
    found: dict[str, object] = {}
    for action in [*menu.actions(), *move.actions()]:
        found[action.text().split("\t")[0]] = action
    menu.close()
    return found


def test_a_row_is_moved_from_its_menu(page: TodayPage) -> None:
    made = _to_do("one")
    for entry, day in (
        ("To tomorrow", date(2027, 3, 9)),
        ("To next week", date(2027, 3, 15)),
    ):
        _menu_texts(_rows(page)[0])[entry].trigger()  # type: ignore[attr-defined]
        found = followups.get(made.id)
        assert found is not None
        assert found.due_on == day
    _menu_texts(_rows(page)[0])["Choose a day…"].trigger()  # type: ignore[attr-defined]
    dialog = page.findChild(DayDialog)
    assert isinstance(dialog, DayDialog)
    dialog.day.set_day(date(2027, 3, 20))
    dialog.accept()
    assert _rows(page)[0].pill.text() == "Sat 20 Mar"


def test_a_reminder_of_a_reflection_opens_the_wizard(qtbot: QtBot, page: TodayPage) -> None:
    rejection = _rejection()
    reflections.remind(reflections.begin(rejection.id).id, TODAY, "Go on with Northwind")
    with qtbot.waitSignal(page.reflect_asked) as asked:
        qtbot.keyClick(_rows(page)[0].box, Qt.Key.Key_Return)
    assert asked.args == [rejection.id]


def test_a_person_is_opened_and_a_bare_to_do_is_edited(qtbot: QtBot, page: TodayPage) -> None:
    person = people.add({"name": "Sam Ortiz", "company": "Contoso"})
    _to_do("write", person=person)
    _to_do("tidy up")
    with qtbot.waitSignal(page.record_asked) as asked:
        qtbot.keyClick(_rows(page)[0].box, Qt.Key.Key_Return)
    assert asked.args == ["people", person.id]
    qtbot.keyClick(_rows(page)[1].box, Qt.Key.Key_Return)
    dialog = page.findChild(FollowUpDialog)
    assert isinstance(dialog, QDialog)
    dialog.close()


def test_what_is_far_off_stands_under_later(page: TodayPage) -> None:
    _to_do("now")
    _to_do("in two weeks", TODAY + timedelta(days=14))
    _to_do("in spring", TODAY + timedelta(days=60))
    assert _titles(page) == ["now", "in two weeks"]
    assert page.to_do.later.text() == "Later (1)"
    page.to_do.later.click()
    assert _titles(page) == ["now", "in two weeks", "in spring"]
    # The button stands between them.
    column = page.to_do.column
    assert column.indexOf(_rows(page)[1]) < column.indexOf(page.to_do.later)
    assert column.indexOf(page.to_do.later) < column.indexOf(_rows(page)[2])
    page.to_do.later.click()
    assert _titles(page) == ["now", "in two weeks"]


def test_a_long_list_comes_in_parts(page: TodayPage) -> None:
    with changes.write("many"):
        for number in range(45):
            _to_do(f"number {number}")
    assert len(_rows(page)) == 20
    assert "45 due" in _texts(page)
    page.to_do.more.click()
    assert len(_rows(page)) == 40
    page.to_do.more.click()
    assert len(_rows(page)) == 45
    assert not page.to_do.more.isVisible()


def test_markup_in_a_title_is_shown_as_it_was_typed(page: TodayPage) -> None:
    title = "<b>call</b> & ask"
    _to_do(title)
    row = _rows(page)[0]
    assert row.title.text() == title
    assert row.title.textFormat() == Qt.TextFormat.PlainText
    assert row.box.accessibleName() == f"Done: {title}"


def test_something_to_do_is_added(page: TodayPage) -> None:
    _to_do("one")
    page.to_do.add.click()
    dialog = page.findChild(FollowUpDialog)
    assert isinstance(dialog, FollowUpDialog)
    dialog.what.setText("Renew the certificate")
    dialog.accept()
    assert "Renew the certificate" in _titles(page)


# The story


def _story(title: str, **values: str) -> int:
    return int(stories.add({"title": title, **values}, [("own", "Initiative")]).id)


def test_a_story_is_shown_and_copied(qtbot: QtBot, page: TodayPage) -> None:
    number = _story("Cut onboarding", action="I mapped it.", result="Two days.", expectation="met")
    for part in ("Cut onboarding", "I mapped it. Two days.", "Met expectations", "Initiative"):
        assert part in _texts(page)
    with qtbot.waitSignal(page.copy_asked) as copied:
        page.story.copy.click()
    text, what = copied.args
    assert "I mapped it." in text
    assert what == "Cut onboarding"
    with qtbot.waitSignal(page.record_asked) as opened:
        page.story.title.click()
    assert opened.args == ["stories", number]


def test_another_goes_through_all_of_them(page: TodayPage) -> None:
    titles = {"one", "two", "three"}
    for title in titles:
        _story(title, action="I did it.")
    seen = [page.story.title.text()]
    for _ in range(3):
        page.story.another.click()
        seen.append(page.story.title.text())
    assert set(seen[:3]) == titles
    assert seen[3] != seen[2]


def test_an_edited_story_stays_and_a_deleted_one_gives_way(page: TodayPage) -> None:
    one = _story("one", action="I did it.")
    stories.edit(one, {"title": "one & only"})
    assert page.story.title.accessibleName() == "one & only"
    stories.delete(one)
    applications.add({"company": "Northwind"})
    assert "Write down one time you met or beat what was asked" in _texts(page)


def test_without_a_story_there_is_the_way_to_one(qtbot: QtBot, page: TodayPage) -> None:
    applications.add({"company": "Northwind"})
    with qtbot.waitSignal(page.new_asked) as asked:
        page.story.write.click()
    assert asked.args == ["strengths"]


# The plan and what comes


def test_the_plan_is_said_in_words(page: TodayPage, settings: Settings) -> None:
    for company, stage in (("A", Stage.APPLIED), ("B", Stage.APPLIED), ("C", Stage.SCREENING)):
        made = applications.add({"company": company}, stage=stage, on=TODAY)
        if company != "A":
            _to_do("step", TODAY + timedelta(days=1), application=made)
    assert page.plan.sentence.text() == "2 applied · 1 screening. One has no next step."
    assert "3 in process" in _texts(page)
    assert not page.plan.add.isVisible()
    settings.values.open_minimum = 5
    page.open()
    assert page.plan.wish.text() == "You want 5. 2 more would do it."
    assert page.plan.add.isVisible()
    settings.values.open_minimum = 0
    page.open()
    assert not page.plan.wish.isVisible()


def test_no_number_of_rejections_is_shown(page: TodayPage) -> None:
    for number in range(7):
        _rejection(f"Company {number}")
    assert "7" not in _texts(page)
    assert "reject" not in _texts(page).lower()


def test_what_comes_up_is_listed_and_opens(qtbot: QtBot, page: TodayPage) -> None:
    made = applications.add(
        {"company": "Tailspin", "role": "Data Lead"}, stage=Stage.APPLIED, on=TODAY
    )
    assert not page.coming.isVisible()
    applications.record_event(
        made.id, EventKind.INTERVIEW, TODAY + timedelta(days=3), at_time="14:00"
    )
    assert "Interview · Tailspin, Data Lead" in _texts(page)
    assert "Thursday 14:00" in _texts(page)
    with qtbot.waitSignal(page.record_asked) as asked:
        buttons = page.coming.findChildren(QPushButton)
        next(each for each in buttons if each.text() == "Open").click()
    assert asked.args == ["applications", made.id]


# The first start, and the line about support


def test_an_empty_store_offers_three_ways_to_begin(qtbot: QtBot, page: TodayPage) -> None:
    assert page.start.isVisible()
    assert not page.to_do.isVisible()
    with qtbot.waitSignal(page.bad_news_asked):
        page.start.bad_news.click()
    with qtbot.waitSignal(page.new_asked) as asked:
        page.start.application.click()
    assert asked.args == ["applications"]
    with qtbot.waitSignal(page.new_asked) as asked:
        page.start.story.click()
    assert asked.args == ["strengths"]
    applications.add({"company": "Northwind"})
    assert not page.start.isVisible()
    assert page.to_do.isVisible()


def test_the_line_about_support_comes_once_and_goes(
    qtbot: QtBot, page: TodayPage, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (date(2027, 3, 1), date(2027, 3, 8), date(2027, 3, 15)):
        monkeypatch.setenv("REBOUND_TODAY", day.isoformat())
        assert not page.support_line.isVisible()
        moods.set_check(_rejection(str(day), day).id, MoodMoment.BEFORE, 10)
    assert page.support_line.isVisible()
    show, dismiss = page.support_line.findChildren(QPushButton)
    with qtbot.waitSignal(page.support_asked):
        show.click()
    dismiss.click()
    page.open()
    assert not page.support_line.isVisible()
    assert Settings(settings.folder).values.support_line_dismissed_on == "2027-03-15"


def test_in_a_narrow_window_the_cards_stand_in_one_column(page: TodayPage) -> None:
    applications.add({"company": "Northwind"})
    page.resize(1060, 700)
    assert page.story.x() > page.to_do.x()
    page.resize(520, 700)
    page.layout().activate()  # type: ignore[union-attr]
    assert page.width() <= 760
