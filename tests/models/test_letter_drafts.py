"""Drafting letters from the store: which facts get in, and what never does."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rebound_desktop.core.letters import Style
from rebound_desktop.core.vocabulary import LetterKind, ReflectionPath, Stage, Tone
from rebound_desktop.models import letter_drafts
from rebound_desktop.store import (
    bad_news,
    database,
    followups,
    lessons,
    letter_templates,
    people,
    reflections,
    rejections,
)
from rebound_desktop.store.tables import FeedbackRequest, Rejection

TODAY = date(2026, 11, 22)
_private = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=12).map(
    lambda text: f"zq{text}qz"
)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())


@contextmanager
def _store() -> Iterator[None]:
    with TemporaryDirectory() as folder:
        database.open_store(Path(folder))
        try:
            yield
        finally:
            database.close_store()


def _rejection() -> Rejection:
    made = bad_news.begin(
        "Contoso", "Analyst", on=TODAY, reached=Stage.FINAL, path=ReflectionPath.ALL
    )
    found = rejections.get(made.id)
    assert found is not None
    return found


@settings(max_examples=15, deadline=None)
@given(st.lists(_private, min_size=9, max_size=9), st.sampled_from(Tone))
def test_nothing_private_gets_into_any_letter(words: list[str], tone: Tone) -> None:
    with _store():
        rejection = _rejection()
        reflection = reflections.begin(rejection.id)
        fields = ("to_a_friend", "did_well", "do_differently", "learned")
        for field, text in zip(fields, words, strict=False):
            reflections.save_answer(reflection.id, field, text)
        rejections.edit(rejection.id, their_words=words[4], notes=words[5])
        lessons.keep(rejection.id, words[6])
        person = people.add({"name": "Ana", "notes": words[7], "how_met": words[8]})
        people.meet(rejection.application_id, person.id, "recruiter")

        style = Style("Maya", tone)
        request = letter_drafts.begin_request(rejection, style)
        texts = [request.subject + request.draft]
        texts += [each.title + each.subject + each.draft for each in followups.open_ones()]
        about = letter_drafts.about_rejection(rejection, style, to_name="Ana")
        for template in letter_templates.every():
            letter = letter_drafts.draft_from(template, about, style)
            texts.append(letter.subject + letter.body)
        for kind in letter_drafts.TO_PERSON:
            title, letter = letter_drafts.to_person(person, kind, style)
            texts.append(title + letter.subject + letter.body)
        assert len(texts) > 20
        assert not [word for word in words if any(word in text for text in texts)]


@pytest.mark.usefixtures("store")
def test_a_request_is_drafted_with_its_days_and_to_whom_was_met() -> None:
    rejection = _rejection()
    person = people.add({"name": "Priya Nair"})
    people.meet(rejection.application_id, person.id, "recruiter")
    letter_drafts.begin_request(rejection, Style("Maya"))
    request = FeedbackRequest.get()
    assert (request.person_id, request.to_name) == (person.id, "Priya Nair")
    assert request.send_on == date(2026, 11, 23)
    send, nudge = followups.open_ones()
    assert (send.due_on, nudge.due_on) == (date(2026, 11, 23), date(2026, 12, 1))
    assert send.draft == request.draft
    assert "on 23 November" in nudge.draft


@pytest.mark.usefixtures("store")
def test_the_usual_tone_and_spelling_are_kept() -> None:
    rejection = _rejection()
    style = Style("Maya", Tone.FRIENDLY, american=True)
    letter_drafts.begin_request(rejection, style)
    _send, nudge = followups.open_ones()
    assert "on November 23" in nudge.draft
    assert nudge.draft.endswith("All the best,\nMaya")


@pytest.mark.usefixtures("store")
def test_a_connection_note_keeps_its_limit() -> None:
    person = people.add({"name": "A" * 150, "company": "B" * 80})
    for limit in (200, 300):
        _title, letter = letter_drafts.to_person(
            person, LetterKind.LINKEDIN_NOTE, Style("Maya", linkedin_limit=limit)
        )
        assert 0 < len(letter.body) <= limit
