"""The field's words as enumerations. The values are what the store and the archive hold.

The words shown on the screen for each value are in ``models/words.py``, where they can be
translated; nothing here is meant to be read by the person.
"""

from enum import StrEnum


class Stage(StrEnum):
    """Where an application stands. The order of the members is the order of the process."""

    INTERESTED = "interested"
    APPLIED = "applied"
    SCREENING = "screening"
    ASSESSMENT = "assessment"
    INTERVIEWING = "interviewing"
    FINAL = "final"
    OFFER = "offer"
    ACCEPTED = "accepted"
    CLOSED = "closed"


#: The stages that a process passes through, in order; closing is not one that can be "reached".
REACHABLE_STAGES: tuple[Stage, ...] = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
#: The stages of an application that still runs.
OPEN_STAGES: tuple[Stage, ...] = REACHABLE_STAGES[:-1]


class EventKind(StrEnum):
    """A dated fact about an application."""

    FOUND = "found"
    APPLIED = "applied"
    SCREEN = "screen"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    FINAL_INTERVIEW = "final_interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    NO = "no"
    NO_REPLY = "no_reply"
    ROLE_WITHDRAWN = "role_withdrawn"
    WITHDREW = "withdrew"
    REOPENED = "reopened"


class Outcome(StrEnum):
    """How a closed application ended."""

    NO = "no"
    NO_REPLY = "no_reply"
    ROLE_WITHDRAWN = "role_withdrawn"
    MY_CHOICE = "my_choice"
    ACCEPTED = "accepted"


class HowTold(StrEnum):
    """How the news arrived."""

    EMAIL = "email"
    PHONE = "phone"
    VIDEO = "video"
    IN_PERSON = "in_person"
    PORTAL = "portal"
    LETTER = "letter"
    RECRUITER = "recruiter"
    MESSAGE = "message"
    SILENCE = "silence"
    OTHER = "other"


class ReasonCode(StrEnum):
    """A possible cause of a no."""

    BUDGET = "budget"
    POLITICS = "politics"
    INTERNAL_CANDIDATE = "internal_candidate"
    MORE_EXPERIENCE = "more_experience"
    FIT = "fit"
    GUT_FEELING = "gut_feeling"
    SKILL = "skill"
    ANSWER = "answer"
    ROLE_WITHDRAWN = "role_withdrawn"
    OTHER = "other"


class Basis(StrEnum):
    """Whether a reason was told by them or is the person's guess."""

    TOLD = "told"
    GUESS = "guess"


class Control(StrEnum):
    """Whether a reason is the person's to change."""

    MINE = "mine"
    NOT_MINE = "not_mine"
    UNKNOWN = "unknown"


class ReflectionState(StrEnum):
    """How far a reflection is."""

    OPEN = "open"
    PAUSED = "paused"
    FINISHED = "finished"


class ReflectionPath(StrEnum):
    """Which pages of the wizard are walked."""

    TWO_MINUTES = "two_minutes"
    ALL = "all"


class LessonState(StrEnum):
    """What became of a lesson."""

    KEPT = "kept"
    TRIED = "tried"
    HELPED = "helped"
    DID_NOT_HELP = "did_not_help"


class FeedbackState(StrEnum):
    """The life of a feedback request."""

    DRAFTED = "drafted"
    SENT = "sent"
    WAITING = "waiting"
    RECEIVED = "received"
    DECLINED = "declined"
    NO_REPLY = "no_reply"


class Channel(StrEnum):
    """By which way a message goes out."""

    EMAIL = "email"
    LINKEDIN = "linkedin"
    PHONE = "phone"
    OTHER = "other"


class PersonRole(StrEnum):
    """The role that somebody played in a process."""

    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring_manager"
    INTERVIEWER = "interviewer"
    REFERRER = "referrer"
    CONTACT = "contact"
    OTHER = "other"


class Known(StrEnum):
    """How well the person knows somebody; empty text when not said."""

    CLOSE = "close"
    KNOW = "know"
    MET_ONCE = "met_once"


class AddressKind(StrEnum):
    """What one more way to reach a person is."""

    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"


class LetterKind(StrEnum):
    """What a letter is for."""

    FEEDBACK_REQUEST = "feedback_request"
    THANKS_ONLY = "thanks_only"
    NUDGE = "nudge"
    LOOK_AGAIN = "look_again"
    LINKEDIN_NOTE = "linkedin_note"
    KEEP_IN_TOUCH = "keep_in_touch"
    THANK_PERSON = "thank_person"
    INTRODUCTION = "introduction"


class Tone(StrEnum):
    """How a letter speaks."""

    FORMAL = "formal"
    FRIENDLY = "friendly"


class FollowUpKind(StrEnum):
    """What there is to do on a day."""

    THANK_YOU = "thank_you"
    NUDGE = "nudge"
    MESSAGE = "message"
    LOOK_AGAIN = "look_again"
    NEXT_STEP = "next_step"
    REFLECT = "reflect"
    PLAN = "plan"
    OTHER = "other"


class FollowUpState(StrEnum):
    """What became of a follow-up."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Expectation(StrEnum):
    """Whether a story met or exceeded what was expected; empty text when not said."""

    MET = "met"
    EXCEEDED = "exceeded"


class Landing(StrEnum):
    """How a story landed when it was told."""

    WELL = "well"
    SO_SO = "so_so"
    NOT_WELL = "not_well"


class MoodMoment(StrEnum):
    """When a mood check was answered."""

    BEFORE = "before"
    AFTER = "after"


class Framework(StrEnum):
    """Whose names a competency uses."""

    NACE = "nace"
    UK_SUCCESS_PROFILES = "uk_success_profiles"
    AMAZON = "amazon"
    ONET = "onet"
    OWN = "own"
