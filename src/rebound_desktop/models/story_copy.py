"""A story as it goes to the clipboard, and what is said about it."""

from PySide6.QtCore import QCoreApplication

from rebound_desktop.core.stories import Form, Rendering
from rebound_desktop.models.story_words import field_name, form_name
from rebound_desktop.store import stories, story_forms


def copy_of(story_id: int, form: Form, words_per_minute: int) -> tuple[str, str]:
    """Return a story's text in a form, and what it is called: "Bullets, 80 words".

    The text is empty where not even one sentence is short enough for the form, or where the story
    is gone; the second value then is the sentence that says so.
    """
    story = stories.get(story_id)
    if story is None:
        return "", _tr("This story is not there any more.")
    told = story_forms.rendered(story, form, words_per_minute)
    return told.text, what_of(form, told) if told.text else nothing_fits(form)


def what_of(form: Form, told: Rendering) -> str:
    """Return what a copied story is called, with what did not fit."""
    what = _tr("{form}, {number} words").format(form=form_name(form), number=told.words)
    if told.left_out:
        names = ", ".join(field_name(each) for each in told.left_out)
        what += _tr(". Shortened or left out: {names}").format(names=names)
    return what


def nothing_fits(form: Form) -> str:
    """Return the sentence for a form into which no sentence of the story fits."""
    sentence = _tr("Every sentence here is longer than {form}; a shorter one would fit.")
    return sentence.format(form=form_name(form))


def _tr(text: str) -> str:
    return QCoreApplication.translate("StoryCopy", text)
