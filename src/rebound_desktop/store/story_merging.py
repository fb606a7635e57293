"""Making one story of two."""

from collections.abc import Iterable

from rebound_desktop.core import story_merging
from rebound_desktop.core.plain_text import one_line
from rebound_desktop.store import bin, competencies, stories, story_versions
from rebound_desktop.store.changes import write
from rebound_desktop.store.competencies import Label
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import (
    PrepSheetStory,
    Story,
    StoryForm,
    StoryVersion,
    Telling,
)


def labels_of(kept_id: int, other_id: int) -> list[Label]:
    """Return the competencies of two stories together; they may be more than a story carries."""
    found: list[Label] = []
    for each in (*competencies.of_story(kept_id), *competencies.of_story(other_id)):
        label = (str(each.framework), str(each.name))
        if label not in found:
            found.append(label)
    return found


def merge(kept_id: int, other_id: int, title: str, labels: Iterable[Label]) -> None:
    """Take a story into another, as one undo step.

    ``kept_id`` gets the texts of both (see ``core.story_merging``), the title and competencies
    that are given, and the tellings, places on prep sheets and earlier versions of both; both as
    they were are among its versions. Own wordings of the other move where the kept story has none
    in that form. The other goes to the bin. Raises RefusedError for one story twice, an empty
    title, and more competencies than a story carries.
    """
    title = one_line(title)
    if kept_id == other_id:
        raise RefusedError("other", "Choose another story to merge with.")
    if not title:
        raise RefusedError("title", "The title cannot be empty; a few words are enough.")
    with write("Merge stories"):
        kept, other = Story.get_by_id(kept_id), Story.get_by_id(other_id)
        for each in (other, kept):
            story_versions.keep(each)
        texts = story_merging.merged(stories.texts_of(kept), stories.texts_of(other))
        for name, text in (texts | {"title": title}).items():
            setattr(kept, name, text)
        kept.rejection_id = kept.rejection_id or other.rejection_id
        kept.save()
        competencies.set_labels(kept_id, labels)
        _move(kept_id, other_id)
        bin.delete("stories", [other_id], label="Merge stories")


def _move(kept_id: int, other_id: int) -> None:
    for record in (Telling, StoryVersion):
        record.update(story=kept_id).where(record.story == other_id).execute()
    forms = StoryForm.select(StoryForm.form).where(StoryForm.story == kept_id)
    StoryForm.update(story=kept_id).where(
        StoryForm.story == other_id, StoryForm.form.not_in([each.form for each in forms])
    ).execute()
    sheets = PrepSheetStory.select().where(PrepSheetStory.story == kept_id)
    there = [each.prep_sheet_id for each in sheets]
    PrepSheetStory.delete().where(
        PrepSheetStory.story == other_id, PrepSheetStory.prep_sheet.in_(there)
    ).execute()
    PrepSheetStory.update(story=kept_id).where(PrepSheetStory.story == other_id).execute()
