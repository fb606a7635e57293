"""Where an application stands, derived from its history."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.stages import OUTCOME_OF_EVENT, Fact, derive, further
from rebound_desktop.core.vocabulary import REACHABLE_STAGES, EventKind, Outcome, Stage

DAY = date(2026, 10, 2)


def fact(kind: EventKind, days: int, order: int = 0, stage: Stage | None = None) -> Fact:
    return Fact(kind, DAY + timedelta(days=days), order or days, stage)


facts = st.lists(
    st.builds(
        fact,
        st.sampled_from(EventKind),
        st.integers(0, 60),
        st.integers(1, 1000),
        st.none() | st.sampled_from(REACHABLE_STAGES),
    ),
    max_size=12,
)


def test_an_application_without_history_is_one_of_interest() -> None:
    standing = derive([])
    assert (standing.stage, standing.furthest, standing.outcome) == (
        Stage.INTERESTED,
        Stage.INTERESTED,
        None,
    )


def test_a_no_closes_but_takes_nothing_away() -> None:
    standing = derive(
        [
            fact(EventKind.APPLIED, 0),
            fact(EventKind.SCREEN, 9),
            fact(EventKind.FINAL_INTERVIEW, 40),
            fact(EventKind.NO, 48),
        ]
    )
    assert standing.stage is Stage.CLOSED
    assert standing.furthest is Stage.FINAL
    assert standing.outcome is Outcome.NO
    assert standing.applied_on == DAY


def test_a_no_without_its_history_says_how_far_it_came() -> None:
    assert derive([fact(EventKind.NO, 1, stage=Stage.SCREENING)]).furthest is Stage.SCREENING


def test_no_reply_is_never_final() -> None:
    standing = derive(
        [
            fact(EventKind.INTERVIEW, 1),
            fact(EventKind.NO_REPLY, 30),
            fact(EventKind.REOPENED, 30, order=31),
        ]
    )
    assert (standing.stage, standing.outcome) == (Stage.INTERVIEWING, None)


def test_a_step_after_the_end_means_that_it_went_on() -> None:
    standing = derive([fact(EventKind.NO, 1), fact(EventKind.INTERVIEW, 5)])
    assert (standing.stage, standing.outcome) == (Stage.INTERVIEWING, None)


def test_having_noted_the_advert_after_the_end_changes_nothing() -> None:
    standing = derive([fact(EventKind.NO, 1), fact(EventKind.FOUND, 5)])
    assert (standing.stage, standing.outcome) == (Stage.CLOSED, Outcome.NO)


@given(facts)
def test_the_order_in_which_events_are_read_does_not_matter(history: list[Fact]) -> None:
    keyed = {(each.on, each.order): each for each in history}
    assert derive(keyed.values()) == derive(reversed(keyed.values()))


@given(facts)
def test_the_furthest_stage_never_goes_back(history: list[Fact]) -> None:
    before = Stage.INTERESTED
    for end in range(len(history) + 1):
        now = derive(history[:end]).furthest
        assert further(before, now) is now
        before = now


@given(facts)
def test_closed_and_having_an_outcome_are_the_same(history: list[Fact]) -> None:
    standing = derive(history)
    assert (standing.outcome is not None) == (standing.stage is Stage.CLOSED) or (
        standing.stage is Stage.ACCEPTED
    )
    assert standing.outcome is None or standing.outcome in OUTCOME_OF_EVENT.values()
