"""Earlier versions of a story: its texts as they were before somebody changed them.

One is taken when an editor makes its first change, before a merge and before a restore; never at
every key. Two that say the same are not kept one after the other.
"""

from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import Story, StoryVersion

#: The texts that a version holds.
TEXTS = ("title", *FIELDS, "expectation", "happened")


def texts_of(version: StoryVersion) -> dict[str, str]:
    """Return the texts of a version by column, as the functions of ``core.stories`` take them."""
    return {name: str(getattr(version, name)) for name in TEXTS}


def of_story(story_id: int) -> list[StoryVersion]:
    """Return the earlier versions of a story, the latest first."""
    return list(
        StoryVersion.select()
        .where(StoryVersion.story == story_id)
        .order_by(StoryVersion.created_at.desc(), StoryVersion.id.desc())
    )


def keep(story: Story) -> None:
    """Keep the texts of a story as they are now, unless the latest version says the same."""
    texts = {name: str(getattr(story, name)) for name in TEXTS}
    latest = next(iter(of_story(story.id)), None)
    if latest is None or texts_of(latest) != texts:
        with write("Keep version"):
            StoryVersion.create(story=story.id, **texts)


def restore(version_id: int) -> None:
    """Give a story the texts of an earlier version; those it has now are kept as one."""
    with write("Restore version"):
        version = StoryVersion.get_by_id(version_id)
        story = Story.get_by_id(version.story_id)
        keep(story)
        for name, text in texts_of(version).items():
            setattr(story, name, text)
        story.save()
