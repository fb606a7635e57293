"""What each page between the news and the plan writes."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core import clock, letters
from rebound_desktop.core import followups as days
from rebound_desktop.core.followups import next_working_day
from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import FollowUpKind, LetterKind, ReflectionPath, Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import (
    applications,
    bad_news,
    feedback,
    followups,
    lessons,
    people,
    reflections,
    rejections,
    stories,
)
from rebound_desktop.store.tables import Application, FeedbackRequest, Person, Rejection, Story
from rebound_desktop.ui.wizard.about import AboutPage
from rebound_desktop.ui.wizard.ask_feedback import AskFeedbackPage
from rebound_desktop.ui.wizard.ask_yourself import AskYourselfPage
from rebound_desktop.ui.wizard.back_up_plan import BackUpPlanPage
from rebound_desktop.ui.wizard.good_at import GoodAtPage
from rebound_desktop.ui.wizard.network import NetworkPage
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard
from tests.ui.wizard.conftest import Open


@pytest.fixture
def rejection(store: object) -> Rejection:
    return bad_news.begin(
        "Contoso", "Analyst", on=clock.today(), reached=Stage.FINAL, path=ReflectionPath.ALL
    )


def _at(open_wizard: Open, rejection: Rejection, step: Step) -> ReflectionWizard:
    reflections.go_to(reflections.begin(rejection.id).id, step)
    return open_wizard(rejection.id)


def _open_days() -> dict[str, object]:
    return {each.kind: each.due_on for each in followups.open_ones()}


# Ask yourself


def test_answers_are_kept_as_a_story_and_as_lessons(
    open_wizard: Open, rejection: Rejection
) -> None:
    wizard = _at(open_wizard, rejection, Step.ASK_YOURSELF)
    page = wizard.step_page(Step.ASK_YOURSELF)
    assert isinstance(page, AskYourselfPage)
    assert not page.keeps["did_well"].isVisible()  # nothing to keep yet
    page.answers["did_well"].setPlainText("I stayed calm & clear. Even at the end.")
    page.answers["learned"].setPlainText("They ask about money")
    page.keeps["did_well"].click()
    page.keeps["learned"].click()
    assert "&&" in page.keeps["did_well"].text()  # no letter of theirs becomes a shortcut
    story = Story.get()
    assert (story.moment, story.rejection_id) == (
        "I stayed calm & clear. Even at the end.",
        rejection.id,
    )
    assert story.title.startswith("I stayed calm & clear")
    kept = lessons.of_rejection(rejection.id)
    assert [(each.text, each.origin) for each in kept] == [("They ask about money", "learned")]
    page.answers["learned"].setPlainText("They ask about money first")
    wizard.session.autosave.flush()
    assert lessons.of_rejection(rejection.id)[0].text == "They ask about money first"
    page.keeps["did_well"].click()
    page.keeps["learned"].click()
    assert reflections.kept_story(rejection.id) is None
    assert lessons.of_rejection(rejection.id) == []
    wizard.reject()


# What was it about


def test_reasons_are_chosen_sorted_and_taken_back(
    qtbot: QtBot, open_wizard: Open, rejection: Rejection
) -> None:
    wizard = _at(open_wizard, rejection, Step.ABOUT)
    page = wizard.step_page(Step.ABOUT)
    assert isinstance(page, AboutPage)
    page.chips["budget"].click()
    page.chips["skill"].click()
    page.chips["skill"].click()
    page.own.setFocus()
    qtbot.keyClicks(page.own, "Timing")
    qtbot.keyClick(page.own, Qt.Key.Key_Return)
    assert wizard.currentId() == Step.ABOUT  # Enter added the reason
    page.own.setText("Their new manager")  # typed, but never added
    wizard.next()
    found = {(each.code, each.label) for each in rejections.reasons(rejection.id)}
    assert found == {("budget", ""), ("other", "Timing"), ("other", "Their new manager")}
    assert {each.basis for each in rejections.reasons(rejection.id)} == {"guess"}
    wizard.reject()


# Ask for feedback


def _letter_page(wizard: ReflectionWizard) -> AskFeedbackPage:
    page = wizard.step_page(Step.FEEDBACK)
    assert isinstance(page, AskFeedbackPage)
    return page


def test_a_letter_is_drafted_with_its_days(
    open_wizard: Open, rejection: Rejection, settings: Settings
) -> None:
    settings.values.name = "Ann Example"
    wizard = _at(open_wizard, rejection, Step.FEEDBACK)
    page = _letter_page(wizard)
    page.to_name.setText("Priya Nair")
    page.detail.setText("the walk through your model")
    page.look_again.click()
    wizard.next()
    request = FeedbackRequest.get()
    assert (request.to_name, request.state, request.channel) == ("Priya Nair", "drafted", "email")
    for part in ("Dear Priya Nair,", "the walk through your model", "Contoso", "Ann Example"):
        assert part in request.draft
    assert 60 <= letters.count_words(request.draft) <= 120
    today = clock.today()
    assert _open_days() == {
        FollowUpKind.THANK_YOU: today + timedelta(days=1),
        FollowUpKind.NUDGE: today + timedelta(days=9),
        FollowUpKind.LOOK_AGAIN: days.look_again_day(today),
    }
    send = next(each for each in followups.open_ones() if each.kind == FollowUpKind.THANK_YOU)
    assert send.draft == request.draft
    wizard.reject()


def test_not_this_time_takes_letter_and_days_away(open_wizard: Open, rejection: Rejection) -> None:
    wizard = _at(open_wizard, rejection, Step.FEEDBACK)
    page = _letter_page(wizard)
    page.to_name.setText("Priya")
    wizard.session.autosave.flush()
    page.kinds[None].click()
    assert feedback.requests_of(rejection.id) == []
    assert _open_days() == {}
    assert not page.draft.isVisible()
    wizard.next()
    assert feedback.requests_of(rejection.id) == []
    wizard.reject()


def test_thanks_only_asks_nothing_and_has_no_nudge(open_wizard: Open, rejection: Rejection) -> None:
    wizard = _at(open_wizard, rejection, Step.FEEDBACK)
    page = _letter_page(wizard)
    page.kinds[LetterKind.THANKS_ONLY].click()
    assert "?" not in FeedbackRequest.get().draft
    assert FeedbackRequest.get().thanks_only
    assert list(_open_days()) == [FollowUpKind.THANK_YOU]
    wizard.reject()


def test_a_draft_of_the_persons_own_is_only_rewritten_when_asked(
    qtbot: QtBot, open_wizard: Open, rejection: Rejection
) -> None:
    wizard = _at(open_wizard, rejection, Step.FEEDBACK)
    page = _letter_page(wizard)
    page.draft.setPlainText("My own words")
    page.to_name.setText("Priya")
    page.kinds[LetterKind.THANKS_ONLY].click()
    wizard.session.autosave.flush()
    assert FeedbackRequest.get().draft == "My own words"
    page.anew_button.click()
    assert page.draft.toPlainText().startswith("Dear Priya,")
    page.draft.undo()
    assert page.draft.toPlainText() == "My own words"
    wizard.reject()
    again = open_wizard(rejection.id)
    assert _letter_page(again).draft.toPlainText() == "My own words"
    assert _letter_page(again).kinds[LetterKind.THANKS_ONLY].isChecked()
    again.reject()


def test_nothing_that_was_reflected_on_gets_into_a_letter(
    open_wizard: Open, rejection: Rejection
) -> None:
    secret = "Zanzibarish"
    rejections.edit(rejection.id, their_words=secret, notes=secret)
    number = reflections.begin(rejection.id).id
    for field in ("to_a_friend", "did_well", "do_differently", "learned"):
        reflections.save_answer(number, field, f"{secret} {field}")
    rejections.set_reason(rejection.id, "other", label=secret)
    met = people.add({"name": "Priya", "notes": secret})
    people.meet(rejection.application_id, met.id, "interviewer")
    wizard = _at(open_wizard, rejection, Step.FEEDBACK)
    wizard.next()
    network = wizard.step_page(Step.NETWORK)
    network.findChild(QCheckBox).click()
    wizard.next()
    texts = [each.draft + each.title for each in followups.open_ones()]
    texts += [each.draft + each.subject for each in FeedbackRequest.select()]
    assert len(texts) == 4
    assert all(secret not in text for text in texts)
    wizard.reject()


@pytest.mark.parametrize("length", [10, 4000])
def test_the_mail_program_gets_what_a_link_can_hold(
    open_wizard: Open, rejection: Rejection, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(bytes(url.toEncoded().data()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    met = people.add({"name": "Priya", "email": "priya@example.org"})
    people.meet(rejection.application_id, met.id, "recruiter")
    wizard = _at(open_wizard, rejection, Step.FEEDBACK)
    copied: list[str] = []
    wizard.copy_asked.connect(lambda text, _what: copied.append(text))
    page = _letter_page(wizard)
    page.to_name.setText("Priya")
    page.draft.setPlainText("ä\n" * length)
    page.letter_actions.mail.click()
    assert opened[0].startswith("mailto:priya@example.org?subject=Thank%20you")
    assert ("body=" in opened[0]) is (length == 10)
    assert copied == ([] if length == 10 else ["ä\n" * length])
    page.sent_button.click()
    assert FeedbackRequest.get().state == "sent"
    wizard.reject()


def test_the_count_follows_the_way_it_is_sent(open_wizard: Open, rejection: Rejection) -> None:
    wizard = _at(open_wizard, rejection, Step.FEEDBACK)
    page = _letter_page(wizard)
    page.draft.setPlainText("two words")
    assert page._count.text().startswith("Words: 2.")
    page.channel.set_value("linkedin")
    page.channel.chosen.emit("linkedin")
    assert page._count.text().startswith("9 characters. A connection note takes 200")
    assert not page.subject.isVisible()
    wizard.reject()


# Work the network


def _network(wizard: ReflectionWizard) -> NetworkPage:
    page = wizard.step_page(Step.NETWORK)
    assert isinstance(page, NetworkPage)
    return page


def _people(page: NetworkPage) -> dict[str, QCheckBox]:
    return {each.accessibleName(): each for each in page._choices.values()}


def test_somebody_typed_becomes_a_person_with_a_message(
    qtbot: QtBot, open_wizard: Open, rejection: Rejection
) -> None:
    wizard = _at(open_wizard, rejection, Step.NETWORK)
    page = _network(wizard)
    page.name_edit.setFocus()
    qtbot.keyClicks(page.name_edit, "Tom Ekberg")
    wizard.session.autosave.flush()
    assert Person.get().name == "Tom Ekberg"  # before anything is pressed
    qtbot.keyClick(page.name_edit, Qt.Key.Key_Return)
    assert wizard.currentId() == Step.NETWORK
    assert _people(page)["Tom Ekberg"].isChecked()
    message = followups.open_ones()[0]
    assert (message.kind, message.due_on) == ("message", clock.today() + timedelta(days=3))
    assert message.person_id == Person.get().id
    assert "Hello Tom," in message.draft
    assert letters.linkedin_length(message.draft) <= 200
    found = people.of_application(rejection.application_id)
    assert [(each.name, role) for each, role in found] == [("Tom Ekberg", "interviewer")]
    wizard.reject()


def test_a_name_left_in_the_field_is_not_lost_and_an_erased_one_goes(
    open_wizard: Open, rejection: Rejection
) -> None:
    wizard = _at(open_wizard, rejection, Step.NETWORK)
    page = _network(wizard)
    page.name_edit.setText("To")
    wizard.session.autosave.flush()
    page.name_edit.clear()
    wizard.session.autosave.flush()
    assert people.of_application(rejection.application_id) == []
    page.name_edit.setText("Tom")
    wizard.next()
    assert [each.name for each, _ in people.of_application(rejection.application_id)] == ["Tom"]
    wizard.reject()


def test_two_messages_are_enough(open_wizard: Open, rejection: Rejection) -> None:
    for name in ("Ann", "Ben", "Cleo"):
        people.meet(rejection.application_id, people.add({"name": name}).id, "interviewer")
    wizard = _at(open_wizard, rejection, Step.NETWORK)
    page = _network(wizard)
    choices = _people(page)
    choices["Ann"].click()
    choices["Ben"].click()
    assert not choices["Cleo"].isEnabled()
    area = next(
        each
        for each in page.findChildren(QPlainTextEdit)
        if each.accessibleName() == "Message to Ben" and each.toPlainText()
    )
    area.setPlainText("Hello Ben 🙂")
    wizard.session.autosave.flush()
    assert {each.draft for each in followups.open_ones()} >= {"Hello Ben 🙂"}
    choices["Ann"].click()
    assert choices["Cleo"].isEnabled()
    assert [each.title for each in followups.open_ones()] == ["Write to Ben"]
    wizard.reject()


# The back-up plan


def test_next_steps_one_more_application_and_a_place_to_look(
    qtbot: QtBot, open_wizard: Open, rejection: Rejection
) -> None:
    tailspin = applications.add({"company": "Tailspin"}, stage=Stage.APPLIED)
    wizard = _at(open_wizard, rejection, Step.BACK_UP_PLAN)
    page = wizard.step_page(Step.BACK_UP_PLAN)
    assert isinstance(page, BackUpPlanPage)
    assert page.health.text().startswith("One application is in process.")
    page._steps[tailspin.id].setText("Ring Priya")
    page.place.setText("The Fabrikam careers page")
    page.company.setFocus()
    qtbot.keyClicks(page.company, "Adatum")
    qtbot.keyClick(page.company, Qt.Key.Key_Return)
    assert wizard.currentId() == Step.BACK_UP_PLAN
    added = Application.get(Application.company == "Adatum")
    page._steps[added.id].setText("Read the advert")
    wizard.next()
    day = next_working_day(clock.today())
    found = {(each.kind, each.title, each.application_id) for each in followups.open_ones()}
    assert found == {
        ("next_step", "Ring Priya", tailspin.id),
        ("next_step", "Read the advert", added.id),
        ("other", "The Fabrikam careers page", rejection.application_id),
    }
    assert {each.due_on for each in followups.open_ones()} == {day}
    wizard.reject()


@pytest.mark.parametrize(
    ("minimum", "sentence"),
    [
        (0, "Nothing else is in process."),
        (3, "Nothing else is in process. Your own aim is 3; one more is a good next step."),
    ],
)
def test_the_own_minimum_is_said_in_words_or_not_at_all(
    open_wizard: Open, rejection: Rejection, settings: Settings, minimum: int, sentence: str
) -> None:
    settings.values.open_minimum = minimum
    wizard = _at(open_wizard, rejection, Step.BACK_UP_PLAN)
    page = wizard.step_page(Step.BACK_UP_PLAN)
    assert isinstance(page, BackUpPlanPage)
    assert page.health.text() == sentence
    wizard.reject()


# What you're good at


def _good_at(wizard: ReflectionWizard) -> GoodAtPage:
    page = wizard.step_page(Step.GOOD_AT)
    assert isinstance(page, GoodAtPage)
    return page


def test_a_story_is_copied_and_taken_along(open_wizard: Open, rejection: Rejection) -> None:
    story = stories.add({"title": "Saturday", "action": "I rang.", "result": "All went out."})
    wizard = _at(open_wizard, rejection, Step.GOOD_AT)
    copied: list[tuple[str, str]] = []
    wizard.copy_asked.connect(lambda text, what: copied.append((text, what)))
    page = _good_at(wizard)
    for each in page.findChildren(QPushButton):
        if each.text() == "Copy":
            each.click()
    assert copied[0][1] == "Saturday"
    assert "All went out." in copied[0][0]
    page.takes[story.id].click()
    telling = stories.tellings_of(story.id)[0]
    assert (telling.to_whom, telling.application_id) == (
        "Myself, after Contoso",
        rejection.application_id,
    )
    wizard.reject()
    again = open_wizard(rejection.id)
    assert _good_at(again).takes[story.id].isChecked()
    _good_at(again).takes[story.id].click()
    assert stories.tellings_of(story.id) == []
    again.reject()


def test_four_lines_make_a_story(open_wizard: Open, rejection: Rejection) -> None:
    wizard = _at(open_wizard, rejection, Step.GOOD_AT)
    page = _good_at(wizard)
    page.parts["situation"].setPlainText("The oven broke")
    page.parts["action"].setPlainText("I rang three bakeries")
    wizard.session.autosave.flush()
    page.parts["situation"].setPlainText("The oven broke on Friday")
    page.expectation.set_value("exceeded")
    page.expectation.chosen.emit("exceeded")
    wizard.reject()
    story = Story.get()
    assert (story.title, story.situation, story.action, story.expectation) == (
        "The oven broke on Friday",
        "The oven broke on Friday",
        "I rang three bakeries",
        "exceeded",
    )
    again = open_wizard(rejection.id)
    assert _good_at(again).parts["action"].toPlainText() == "I rang three bakeries"
    for area in _good_at(again).parts.values():
        area.clear()
    again.reject()
    assert reflections.written_story(rejection.id) is None
