"""The pages of a reflection and the two ways through them."""

from datetime import date, timedelta
from enum import IntEnum

from rebound_desktop.core.vocabulary import ReflectionPath

#: The answers of a reflection: columns of the record, in the order in which they are asked.
ANSWERS = ("to_a_friend", "did_well", "do_differently", "learned")
#: The answers from which a lesson can be kept; ``did_well`` makes a story instead.
LESSON_ANSWERS = ("do_differently", "learned")


class Step(IntEnum):
    """A page of the wizard; the number is what ``reflections.page`` holds."""

    WHAT_HAPPENED = 1
    BE_FAIR = 2
    ASK_YOURSELF = 3
    ABOUT = 4
    FEEDBACK = 5
    NETWORK = 6
    BACK_UP_PLAN = 7
    GOOD_AT = 8
    STAND_UP = 9


PATHS: dict[ReflectionPath, tuple[Step, ...]] = {
    ReflectionPath.TWO_MINUTES: (
        Step.WHAT_HAPPENED,
        Step.BE_FAIR,
        Step.GOOD_AT,
        Step.STAND_UP,
    ),
    ReflectionPath.ALL: tuple(Step),
}


def next_step(path: ReflectionPath, step: Step) -> Step | None:
    """Return the page after a page on a path, None after the last.

    From a page that is not on the path, as after the path was changed, the next one on it counts.
    """
    return next((each for each in PATHS[path] if each > step), None)


def is_fresh(news_on: date, today: date) -> bool:
    """Say whether the news is so new that stopping is the better default: today's, yesterday's.

    Debriefing early does not help and can hurt (Cochrane review, Rose; Seery 2008).
    """
    return today - news_on <= timedelta(days=1)
