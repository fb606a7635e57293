from datetime import date, timedelta

import pytest

from rebound_desktop.core.quiet import Offer, Patience, silence
from rebound_desktop.core.vocabulary import Stage

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("stage", "days", "offer"),
    [
        (Stage.APPLIED, 29, None),
        (Stage.APPLIED, 30, Offer.QUIET),
        (Stage.APPLIED, 59, Offer.QUIET),
        (Stage.APPLIED, 60, Offer.CLOSE),
        (Stage.INTERVIEWING, 20, None),
        (Stage.SCREENING, 21, Offer.QUIET),
        (Stage.FINAL, 44, Offer.QUIET),
        (Stage.ASSESSMENT, 45, Offer.CLOSE),
        # Nobody owes an answer to somebody who has not applied, has an offer, or has ended it.
        (Stage.INTERESTED, 300, None),
        (Stage.OFFER, 300, None),
        (Stage.CLOSED, 300, None),
        (Stage.ACCEPTED, 300, None),
    ],
)
def test_silence_is_quiet_after_the_set_days(stage: Stage, days: int, offer: Offer | None) -> None:
    found = silence(stage, ago(days), TODAY)
    assert (found.offer if found else None) is offer
    if found:
        assert (found.since, found.days, found.promised) == (ago(days), days, False)


def test_a_promised_day_counts_instead_of_the_last_one() -> None:
    def after(days: int) -> Offer | None:
        found = silence(Stage.INTERVIEWING, ago(days + 12), TODAY, promised_on=ago(days))
        return found.offer if found else None

    assert [after(days) for days in (6, 7, 20, 21, 45)] == [
        None,
        Offer.NUDGE,
        Offer.NUDGE,
        Offer.QUIET,
        Offer.CLOSE,
    ]


def test_a_promise_from_before_the_last_event_counts_no_more() -> None:
    assert silence(Stage.FINAL, ago(5), TODAY, promised_on=ago(40)) is None


def test_a_day_to_come_is_no_silence() -> None:
    assert silence(Stage.INTERVIEWING, TODAY + timedelta(days=4), TODAY) is None
    assert silence(Stage.APPLIED, None, TODAY) is None


def test_keep_waiting_holds_until_its_day() -> None:
    for days, quiet in ((1, False), (0, True), (-1, True)):
        until = TODAY + timedelta(days=days)
        found = silence(Stage.APPLIED, ago(40), TODAY, quiet_until=until)
        assert (found is not None) is quiet


def test_the_persons_own_days() -> None:
    patience = Patience(applied=5, applied_close=5, met=3, met_close=2)
    closing = silence(Stage.APPLIED, ago(5), TODAY, patience=patience)
    assert closing is not None
    assert closing.offer is Offer.CLOSE
    # Closing is never offered before it is quiet.
    assert silence(Stage.FINAL, ago(2), TODAY, patience=patience) is None
