"""A letter that waits to be sent, and the templates it was made from."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from rebound_desktop.core.letters import Style
from rebound_desktop.core.vocabulary import FollowUpKind, LetterKind, ReflectionPath, Stage, Tone
from rebound_desktop.models import letter_drafts
from rebound_desktop.store import bad_news, followups, letter_templates, people, rejections
from rebound_desktop.store.tables import FeedbackRequest, FollowUp, LetterTemplate
from rebound_desktop.ui.dialogs.letter_dialog import LetterDialog
from rebound_desktop.ui.dialogs.template_dialog import TemplateDialog

pytestmark = pytest.mark.usefixtures("store")

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


def _send() -> FollowUp:
    """Draft a feedback request; return the follow-up that says when it is to be sent."""
    made = bad_news.begin(
        "Contoso", "Analyst", on=TODAY, reached=Stage.FINAL, path=ReflectionPath.ALL
    )
    person = people.add({"name": "Priya Nair", "email": "priya@example.org"})
    people.meet(made.application_id, person.id, "recruiter")
    rejection = rejections.get(made.id)
    assert rejection is not None
    letter_drafts.begin_request(rejection, Style("Maya"))
    return followups.open_ones()[0]


def _dialog(qtbot: QtBot, follow_up: FollowUp) -> LetterDialog:
    dialog = LetterDialog(follow_up, 200)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


def test_what_is_changed_here_is_the_letter_itself(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, _send())
    assert dialog.subject.text() == "Thank you: Analyst at Contoso"
    assert dialog.text.toPlainText().startswith("Dear Priya Nair,")
    dialog.text.setPlainText("Dear Priya, thank you.")
    dialog.accept()
    assert FeedbackRequest.get().draft == "Dear Priya, thank you."
    assert followups.open_ones()[0].draft == "Dear Priya, thank you."


def test_sending_it_counts_everywhere(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, _send())
    with qtbot.waitSignal(dialog.said) as said:
        dialog.sent.click()
    assert "Ctrl+Z" in said.args[0]
    assert not dialog.isVisible()
    assert FeedbackRequest.get().state == "sent"
    assert [each.kind for each in followups.open_ones()] == ["nudge"]


@pytest.mark.parametrize("answered", [True, False])
def test_it_opens_in_mail_with_address_and_subject(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answered: bool
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(bytes(url.toEncoded().data()).decode())
        return answered

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog = _dialog(qtbot, _send())
    copied: list[str] = []
    dialog.copy_asked.connect(lambda text, _what: copied.append(text))
    dialog.letter_actions.mail.click()
    assert opened[0].startswith("mailto:priya@example.org?subject=Thank%20you%3A%20Analyst")
    # Where no mail program answers, the text is not lost on the way.
    assert copied == ([] if answered else [dialog.text.toPlainText()])
    dialog.accept()


def test_it_is_saved_as_a_text_file(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, _send())
    dialog.text.setPlainText("Dear Priya,\nπ 🙂")
    target = tmp_path / "letter.txt"
    target.write_text("old")
    dialog.letter_actions.save_to(str(target))
    content = target.read_bytes().decode("utf-8")
    assert content == "Thank you: Analyst at Contoso\n\nDear Priya,\nπ 🙂\n"
    with qtbot.waitSignal(dialog.said) as said:
        dialog.letter_actions.save_to(str(tmp_path))
    assert "cannot be written" in said.args[0]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["data", "letter.txt"]
    dialog.letter_actions.save.click()
    asking = dialog.letter_actions.findChild(QFileDialog)
    assert isinstance(asking, QFileDialog)
    assert [Path(each).name for each in asking.selectedFiles()] == [f"letter-{TODAY}.txt"]
    asking.reject()
    dialog.accept()


def test_a_message_counts_its_characters(qtbot: QtBot) -> None:
    person = people.add({"name": "Ana"})
    made = followups.add(FollowUpKind.MESSAGE, "Write", TODAY, draft="ab🙂", person=person.id)
    dialog = _dialog(qtbot, made)
    assert dialog._count.text().startswith("4 characters. A connection note takes 200")
    dialog.sent.click()
    found = people.get(person.id)
    assert found is not None
    assert found.last_contact_on == TODAY


# Templates


@pytest.fixture
def templates(qtbot: QtBot) -> TemplateDialog:
    dialog = TemplateDialog(Style("Maya"))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


def _chosen() -> str:
    return letter_templates.chosen(LetterKind.FEEDBACK_REQUEST, Tone.FORMAL).body


def test_a_letter_is_reworded_and_comes_back(templates: TemplateDialog) -> None:
    shipped = _chosen()
    assert templates.preview.toPlainText().startswith("Thank you: Product Analyst at Northwind")
    assert not templates.reset.isEnabled()
    templates.body.setPlainText("Hello {first_name}, thank you.\n{my_name}")
    templates._autosave.flush()
    assert templates.preview.toPlainText().endswith("Hello Priya, thank you.\nMaya")
    assert _chosen() == "Hello {first_name}, thank you.\n{my_name}"
    assert templates.list.currentItem().text().endswith("· changed")
    templates.reset.click()
    assert _chosen() == shipped == templates.body.toPlainText()
    templates.accept()


def test_what_is_wrong_is_said_at_the_field_while_the_old_wording_counts(
    templates: TemplateDialog,
) -> None:
    shipped = _chosen()
    templates.body.setPlainText("Dear {nmae},")
    templates._autosave.flush()
    assert "“{nmae}” is not a field" in templates._body.refusal
    assert _chosen() == shipped
    templates.body.setPlainText("Dear {name},")
    assert templates._body.refusal == ""
    templates.subject.setText("About {role")
    assert "not closed" in templates._subject.refusal
    templates.subject.setText("About {role}")
    templates.accept()
    assert _chosen() == "Dear {name},"


def test_one_of_ones_own_is_added_and_deleted(templates: TemplateDialog) -> None:
    templates.add.click()
    templates.name.setText("Short")
    templates.kind.set_value("keep_in_touch")
    templates.kind.chosen.emit("keep_in_touch")
    templates.body.setPlainText("Hello[ {first_name}].")
    templates._autosave.flush()
    names = [name for name, _ in letter_drafts.wordings(LetterKind.KEEP_IN_TOUCH)]
    assert names == ["Formal", "Friendly", "Short"]
    templates.name.setText(" ")
    templates._autosave.flush()
    assert "name" in templates._name.refusal
    assert LetterTemplate.get().name == "Short"
    templates.delete.click()
    assert len(letter_drafts.wordings(LetterKind.KEEP_IN_TOUCH)) == 2
    templates.accept()
