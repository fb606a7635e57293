"""Hints while a story is written."""

from rebound_desktop.core.story_hints import Hint, hints


def test_a_begun_story_gets_no_hints() -> None:
    assert hints({}) == ()
    assert hints({"action": "We went", "result": "It went well"}) == ()


def test_more_we_than_i() -> None:
    ours = "We met and we planned our week and we told everybody about it."
    assert hints({"action": ours}) == (Hint.MORE_I,)
    assert hints({"action": ours + " I led, I wrote and I rang; my plan, my list."}) == ()


def test_a_result_without_a_number() -> None:
    result = "The customers were happy and came back to the shop"
    assert hints({"result": result}) == (Hint.NUMBER,)
    for with_number in ("after 9 days", "twice a month", "三"):
        assert hints({"result": f"{result} {with_number}"}) == ()


def test_more_than_one_occasion() -> None:
    assert hints({"situation": "I usually led the meeting.", "action": "I often wrote."}) == (
        Hint.ONE_OCCASION,
    )
    assert hints({"situation": "We always opened at nine."}) == ()


def test_what_was_expected_is_asked_until_it_is_said() -> None:
    result = "All 9 of them came back to us in the end"
    assert hints({"result": result, "expectation": ""}) == (Hint.EXPECTATION,)
    assert hints({"result": result, "expectation": "met"}) == ()
