"""Competencies: the labels that stories carry."""

from collections.abc import Iterable
from dataclasses import dataclass

from rebound_desktop.core.competencies import NAMES, stable_uuid
from rebound_desktop.core.plain_text import folded, one_line
from rebound_desktop.core.vocabulary import Framework
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Competency, StoryCompetency, database

#: A competency as a person picks it: a value of ``Framework``, and a name.
Label = tuple[str, str]

#: How many competencies one story carries.
MOST = 4

#: Stories that count: neither deleted nor retired.
_COUNTED = "stories.deleted_at IS NULL AND stories.retired_at IS NULL"


def named(framework: str, name: str) -> Competency:
    """Return the competency of this name, made where there is none yet.

    Names are compared without case and accents. Raises RefusedError for an empty name, a
    framework that is not known, and a name that the framework does not have.
    """
    name = one_line(name)
    if not name:
        raise RefusedError("competencies", "Write the competency in a word or two.")
    if framework not in set(Framework):
        raise RefusedError("competencies", "Choose a framework from the list, or use your own.")
    known = NAMES.get(Framework(framework))
    if known is not None:
        right = next((each for each in known if folded(each) == folded(name)), None)
        if right is None:
            raise RefusedError(
                "competencies", "This framework has no such competency; add it as your own."
            )
        name = right
    for each in Competency.select().where(
        Competency.framework == framework, Competency.deleted_at.is_null()
    ):
        if folded(each.name) == folded(name):
            assert isinstance(each, Competency)
            return each
    with write("New competency"):
        made: Competency = Competency.create(
            uuid=stable_uuid(Framework(framework), name), framework=framework, name=name
        )
    return made


def set_labels(story_id: int, labels: Iterable[Label]) -> None:
    """Give a story these competencies, in this order, in place of those it has.

    Naming one twice counts once. Raises RefusedError for more than MOST, and as :func:`named`.
    """
    with write("Competencies"):
        wanted: list[int] = []
        for framework, name in labels:
            competency_id = named(framework, name).id
            if competency_id not in wanted:
                wanted.append(competency_id)
        if len(wanted) > MOST:
            raise RefusedError(
                "competencies", "A story carries up to four competencies; remove one first."
            )
        before = [each.id for each in of_story(story_id)]
        if wanted == before:
            return
        StoryCompetency.delete().where(StoryCompetency.story == story_id).execute()
        for position, competency_id in enumerate(wanted):
            StoryCompetency.create(story=story_id, competency=competency_id, position=position)


def of_story(story_id: int) -> list[Competency]:
    """Return the competencies of a story in their order."""
    return list(
        Competency.select()
        .join(StoryCompetency)
        .where(StoryCompetency.story == story_id)
        .order_by(StoryCompetency.position, StoryCompetency.id)
    )


def own_names() -> list[str]:
    """Return the names that the person made up, by the alphabet."""
    rows = Competency.select(Competency.name).where(
        Competency.framework == Framework.OWN, Competency.deleted_at.is_null()
    )
    return sorted((each.name for each in rows), key=folded)


def counts() -> list[tuple[str, int]]:
    """Return the names in use with the number of stories, the most used first.

    Frameworks that share a name ("Leadership") count together, since a person reads the name.
    """
    rows = database.execute_sql(
        "SELECT competencies.name, count(DISTINCT stories.id) AS number FROM competencies "
        "JOIN story_competencies ON story_competencies.competency_id = competencies.id "
        f"JOIN stories ON stories.id = story_competencies.story_id AND {_COUNTED} "
        "GROUP BY competencies.name COLLATE NOCASE ORDER BY number DESC, competencies.name"
    ).fetchall()
    return [(str(name), int(number)) for name, number in rows]


@dataclass(frozen=True, slots=True)
class Covered:
    """A competency and the stories that show it, by id and title, the one changed last first."""

    label: Label
    stories: tuple[tuple[int, str], ...]


def coverage(framework: str) -> list[Covered]:
    """Return the competencies of a framework, or the person's own, with their stories.

    A story counts for a competency of the same name in another framework, as in :func:`counts`.
    """
    found: dict[str, dict[int, str]] = {}
    for name, number, title in database.execute_sql(
        "SELECT competencies.name, stories.id, stories.title FROM competencies "
        "JOIN story_competencies ON story_competencies.competency_id = competencies.id "
        f"JOIN stories ON stories.id = story_competencies.story_id AND {_COUNTED} "
        "ORDER BY stories.changed_at DESC, stories.id DESC"
    ):
        found.setdefault(folded(name), {})[number] = title
    known = NAMES.get(Framework(framework), ())
    return [
        Covered((framework, name), tuple(found.get(folded(name), {}).items()))
        for name in known or own_names()
    ]


def frameworks_in_use() -> list[str]:
    """Return the frameworks of which stories show something, the one used most first."""
    rows = database.execute_sql(
        "SELECT competencies.framework, count(*) AS number FROM competencies "
        "JOIN story_competencies ON story_competencies.competency_id = competencies.id "
        f"JOIN stories ON stories.id = story_competencies.story_id AND {_COUNTED} "
        "GROUP BY competencies.framework ORDER BY number DESC, competencies.framework"
    ).fetchall()
    return [str(row[0]) for row in rows]


def gaps() -> list[Label]:
    """Return the competencies that no story shows, of the framework that is used most.

    Empty where only the person's own competencies are in use, or none.
    """
    used = [each for each in frameworks_in_use() if each != Framework.OWN]
    return [each.label for each in coverage(used[0]) if not each.stories] if used else []
