"""What a merge says."""

import pytest

from rebound_desktop.core.merged_values import LONG
from rebound_desktop.exchange.archive_merging import Noted, Numbers, Report
from rebound_desktop.models import merge_words


@pytest.mark.parametrize(("table", "field"), sorted(LONG | {("stories", "forms")}))
def test_every_answer_that_is_kept_twice_has_a_name(table: str, field: str) -> None:
    noted = Noted(table, field, "")

    assert merge_words.answer(noted)[0].isupper()
    assert merge_words.kind(noted)[0].isupper()


def test_what_lives_again_is_new_to_whoever_looks() -> None:
    report = Report({"stories": Numbers(new=1, back=1), "lessons": Numbers(deleted=3, same=4)})

    assert merge_words.summary(report) == "Merged: 2 new, 0 changed, 3 deleted."
    assert merge_words.summary(Report()) == "Nothing in it was new."
