"""The person's own wording of a story in a form, kept beside the story.

Whoever shows or copies a form asks :func:`rendered`, so that the own wording is used everywhere.
"""

from dataclasses import dataclass
from hashlib import sha256

from rebound_desktop.core.plain_text import storable
from rebound_desktop.core.speaking import seconds_for, word_count
from rebound_desktop.core.stories import OWN_WORDING, Form, Rendering, render
from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import Story, StoryForm

#: How many hexadecimal digits of the digest are kept; it tells texts of one story apart.
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Own:
    """An own wording; ``behind`` says that the story was changed since."""

    text: str
    behind: bool


def of_story(story: Story) -> dict[Form, Own]:
    """Return the own wordings of a story by form."""
    now = _digest(story)
    return {
        Form(each.form): Own(each.text, bool(each.made_from) and each.made_from != now)
        for each in StoryForm.select().where(StoryForm.story == story.id).order_by(StoryForm.id)
        if each.form in OWN_WORDING
    }


def rendered(story: Story, form: Form, words_per_minute: int) -> Rendering:
    """Return a story in a form: in the person's own wording, else as it is worked out."""
    own = of_story(story).get(form)
    if own is None:
        return render({name: str(getattr(story, name)) for name in _TEXTS}, form, words_per_minute)
    words = word_count(own.text)
    return Rendering(own.text, words, seconds_for(words, words_per_minute))


def save(story_id: int, form: Form, text: str) -> None:
    """Keep an own wording, made from the story as it is now; without a text as :func:`reset`.

    Raises ValueError for the whole story, which is edited as the story.
    """
    if form not in OWN_WORDING:
        raise ValueError(f"{form} has no own wording")
    if not text.strip():
        reset(story_id, form)
        return
    with write("Own wording", merge=f"story-{story_id}-form-{form}"):
        story = Story.get_by_id(story_id)
        kept = StoryForm.get_or_none(StoryForm.story == story_id, StoryForm.form == form)
        if kept is None:
            kept = StoryForm(story=story_id, form=form)
        kept.text = storable(text)
        kept.made_from = _digest(story)
        kept.save()


def reset(story_id: int, form: Form) -> None:
    """Give up an own wording, so that the form is worked out from the story again."""
    with write("Reset wording"):
        StoryForm.delete().where(StoryForm.story == story_id, StoryForm.form == form).execute()


_TEXTS = ("title", *FIELDS)


def _digest(story: Story) -> str:
    texts = "\0".join(str(getattr(story, name)) for name in _TEXTS)
    return sha256(texts.encode()).hexdigest()[:_DIGITS]
