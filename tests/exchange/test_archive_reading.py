"""Archives with something wrong in them: one sentence that says where, and nothing else."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from rebound_desktop.exchange.archive_reading import ArchiveError, read
from rebound_desktop.store import record_shapes

UUID = "11111111-1111-4111-8111-111111111111"
OTHER = "22222222-2222-4222-8222-222222222222"
HEAD = {"format": "rebound-archive", "version": 1}


def reason(content: bytes | str | dict[str, Any]) -> str:
    if isinstance(content, dict):
        content = json.dumps(content)
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    with pytest.raises(ArchiveError) as caught:
        read(content, "my.json")
    sentence = str(caught.value)
    assert sentence.startswith("my.json: ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence.removeprefix("my.json: ")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "The file is empty."),
        (b" \n", "The file is empty."),
        (b"\xff\xfe{\x00}\x00", "not text in UTF-8"),
        (b'{"a": "\xff"}', "not text in UTF-8"),
        (b"hello", "not JSON: line 1, column 1"),
        (b'{"format": "rebound-archive", "version": 1, "stories": [', "not whole"),
        (b"[]", "not a Rebound archive"),
        (b"null", "not a Rebound archive"),
        (b'{"format": "other"}', "not a Rebound archive"),
        (b"[" * 100_000, "numbers or layers"),
        (b'{"version": 1' + b"0" * 5000 + b"}", "numbers or layers"),
        (b'{"a": NaN}', "NaN: is not a value"),
        (b'{"a": 1, "a": 2}', '"a": stands twice'),
    ],
)
def test_what_is_no_archive(content: bytes, expected: str) -> None:
    assert expected in reason(content)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ({"version": 3}, "newer Rebound (format 3"),
        ({"version": 0}, "version: "),
        ({"version": "1"}, "version: "),
        ({"version": True}, "version: "),
        ({"version": None}, "version: "),
        ({"storys": []}, '"storys": is not a part'),
        ({"stories": {}}, "stories: is not a list."),
        ({"stories": None}, "stories: is not a list."),
        ({"stories": ["x"]}, "stories[0]: is not a record."),
    ],
)
def test_what_surrounds_the_records(head: dict[str, Any], expected: str) -> None:
    assert expected in reason(HEAD | head)


@pytest.mark.parametrize(
    ("table", "record", "expected"),
    [
        ("stories", {"title": 5}, "stories[1].title: is not a text."),
        ("stories", {"title": None}, "stories[1].title: cannot be null."),
        ("stories", {"title": "a\0b"}, "stories[1].title: holds a character"),
        ("stories", {"title": "\ud800"}, "stories[1].title: holds a character"),
        ("stories", {"titel": "a"}, 'stories[1]."titel": is not a field'),
        ("stories", {"deleted_at": None}, 'stories[1]."deleted_at": is not a field'),
        ("stories", {"uuid": "abc"}, "stories[1].uuid: is not a UUID."),
        ("stories", {"uuid": UUID.upper().replace("1", "A")}, "stories[1].uuid: is not a UUID."),
        ("stories", {"uuid": OTHER}, "stories[1]: has the same uuid as stories[0]."),
        ("stories", {"expectation": "beaten"}, "stories[1].expectation: is none of exceeded, met."),
        ("stories", {"created_at": "yesterday"}, "stories[1].created_at: is not a moment"),
        ("stories", {"created_at": "2026-13-01T00:00:00Z"}, "created_at: is not a moment"),
        ("stories", {"created_at": "٢٠٢٦-11-20T09:30:00Z"}, "created_at: is not a moment"),
        ("stories", {"competencies": "x"}, "stories[1].competencies: is not a list."),
        ("stories", {"competencies": [5]}, "stories[1].competencies[0]: is not a UUID."),
        ("stories", {"rejection": 1}, "stories[1].rejection: is not the UUID"),
        ("stories", {"forms": {}}, "stories[1].forms: is not a list."),
        ("stories", {"forms": ["x"]}, "stories[1].forms[0]: is not a record."),
        ("stories", {"forms": [{"form": "car"}]}, "stories[1].forms[0].text: is missing."),
        (
            "stories",
            {"forms": [{"form": "whole", "text": "a"}]},
            "stories[1].forms[0].form: is none of",
        ),
        (
            "stories",
            {"forms": [{"form": "car", "text": "a"}] * 2},
            "stories[1].forms[1]: has the same form as forms[0].",
        ),
        (
            "stories",
            {"versions": [{"title": "a", "story": UUID}]},
            'stories[1].versions[0]."story": is not a field',
        ),
        ("stories", {"versions": [{"title": 5}]}, "stories[1].versions[0].title: is not a text."),
        ("people", {"last_contact_on": "2026-02-30"}, "last_contact_on: is not a day"),
        ("people", {"last_contact_on": "20261120"}, "last_contact_on: is not a day"),
        ("people", {"last_contact_on": 20261120}, "last_contact_on: is not a day"),
        ("people", {"role": ""}, "people[1].role: is none of contact,"),
        ("people", {"company_key": "x"}, 'people[1]."company_key": is not a field'),
        ("mood_checks", {"value": 101}, "mood_checks[1].value: is not between 0 and 100."),
        ("mood_checks", {"value": 10**40}, "mood_checks[1].value: is not between 0 and 100."),
        ("mood_checks", {"value": 50.0}, "mood_checks[1].value: is not a whole number."),
        ("mood_checks", {"value": True}, "mood_checks[1].value: is not a whole number."),
        ("applications", {"people": [UUID]}, "applications[1].people[0]: is not a person"),
        (
            "applications",
            {"people": [{"person": UUID, "role": "king"}]},
            "applications[1].people[0].role: is none of",
        ),
        ("prep_sheets", {"at_time": "25:00"}, "prep_sheets[1].at_time: is not a time"),
        ("feedback_requests", {"thanks_only": 1}, "thanks_only: is neither true nor false."),
        ("reflections", {"page": 10}, "reflections[1].page: is not between 1 and 9."),
        (
            "reflections",
            {"rejection": OTHER},
            "reflections[1]: has the same rejection as reflections[0].",
        ),
        (
            "competencies",
            {"name": "Patience"},
            "competencies[1]: has the same framework and name as competencies[0].",
        ),
    ],
)
def test_what_is_wrong_with_a_record(table: str, record: dict[str, Any], expected: str) -> None:
    needed: dict[str, dict[str, Any]] = {
        "stories": {"title": "One"},
        "mood_checks": {"on_date": "2026-11-20", "value": 1},
        "prep_sheets": {"application": UUID},
        "feedback_requests": {"rejection": UUID},
        "competencies": {"name": "Patience"},
    }
    first = {"uuid": OTHER, **needed.get(table, {})}
    second = {"uuid": UUID, **needed.get(table, {})} | record
    if table == "competencies":
        second |= {"framework": "own"}
    if table == "reflections":
        first |= {"rejection": OTHER}
        second = {"rejection": UUID} | second

    assert expected in reason(HEAD | {table: [first, second]})


def test_a_field_that_cannot_be_left_out() -> None:
    assert reason(HEAD | {"stories": [{"uuid": UUID}]}) == "stories[0].title: is missing."
    assert reason(HEAD | {"stories": [{"title": "x"}]}) == "stories[0].uuid: is missing."


def test_a_file_written_by_hand_may_leave_out_the_rest() -> None:
    found = read(json.dumps(HEAD | {"stories": [{"uuid": UUID, "title": "One"}]}).encode(), "x")

    assert found.lists["stories"][0]["situation"] == ""
    assert found.lists["people"] == []


def test_a_byte_order_mark_is_no_hindrance() -> None:
    assert read(b"\xef\xbb\xbf" + json.dumps(HEAD).encode(), "x").lists["stories"] == []


def test_a_megabyte_of_text_is_fine() -> None:
    text = "再见 👋 " * 200_000
    content = json.dumps(HEAD | {"stories": [{"uuid": UUID, "title": text}]})

    assert read(content.encode(), "x").lists["stories"][0]["title"] == text


def _values(kind: str) -> list[Any]:
    wrong: list[Any] = [None, [], {}, 1.5, "\0", -1, True, "x", "2026-99-99"]
    fits: dict[str, Callable[[Any], bool]] = {
        "text": lambda each: isinstance(each, str) and "\0" not in each,
        "number": lambda each: type(each) is int and each >= 0,
        "yes_no": lambda each: isinstance(each, bool),
    }
    return [each for each in wrong if not fits.get(kind, lambda _: False)(each)]


@pytest.mark.parametrize("table", record_shapes.NAMES)
def test_no_field_takes_what_it_cannot_hold(table: str) -> None:
    for column in record_shapes.columns(table):
        for value in _values(column.kind):
            if value is None and column.optional:
                continue
            record = {"uuid": UUID, column.name: value}
            for each in record_shapes.columns(table):
                if each.required and each.name not in record:
                    record[each.name] = _any(each)
            assert column.name in reason(HEAD | {table: [record]})


def _any(column: record_shapes.Column) -> Any:
    if column.allowed:
        return min(column.allowed)
    return {"text": "x", "day": "2026-11-20", "number": 1, "record": UUID}[column.kind]


EDITED = {"notes": {"1f3c9a07": "2026-11-21T08:00:00.000001Z"}}
UUID = "11111111-1111-4111-8111-111111111111"
GONE = "22222222-2222-4222-8222-222222222222"


def second(**lists: list[Any]) -> dict[str, Any]:
    return {"format": "rebound-archive", "version": 2, **lists}


def application(**values: Any) -> dict[str, Any]:
    return {"uuid": UUID, "company": "Northwind", **values}


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ({"applications": [application(edits=[])]}, "applications[0].edits: is not a record."),
        (
            {"applications": [application(edits={"stage": {}})]},
            'applications[0].edits: "stage" is not a field that can be edited.',
        ),
        (
            {"applications": [application(edits={"notes": "today"})]},
            "applications[0].edits.notes: is not a record.",
        ),
        (
            {"applications": [application(edits={"notes": {"A laptop": "x"}})]},
            'applications[0].edits.notes: "A laptop" is not an origin.',
        ),
        (
            {"applications": [application(edits={"notes": {"a": "2026-11-21"}})]},
            "applications[0].edits.notes.a: is not a moment",
        ),
        ({"deleted": {}}, "deleted: is not a list."),
        (
            {"deleted": [{"uuid": GONE}]},
            "deleted[0]: is not a record with deleted_at, edits, uuid.",
        ),
        (
            {"deleted": [{"uuid": GONE, "deleted_at": None, "edits": {}}]},
            "deleted[0].deleted_at: is not a moment",
        ),
        (
            {"erased": [{"uuid": "x", "at": "2026-11-21T08:00:00Z", "became": None}]},
            "erased[0].uuid: is not a UUID.",
        ),
        (
            {"erased": [{"uuid": GONE, "at": "2026-11-21T08:00:00Z", "became": ""}]},
            "erased[0].became: is not the UUID of a record.",
        ),
        (
            {
                "applications": [application()],
                "erased": [{"uuid": UUID, "at": "2026-11-21T08:00:00Z", "became": None}],
            },
            "erased[0]: has the same uuid as a record in applications.",
        ),
        (
            {"deleted": [{"uuid": GONE, "deleted_at": "2026-11-21T08:00:00Z", "edits": {}}] * 2},
            "deleted[1]: has the same uuid as a record in deleted.",
        ),
    ],
)
def test_what_is_noted_of_edits_is_looked_at_too(lists: dict[str, Any], expected: str) -> None:
    assert expected in reason(second(**lists))


def test_edits_are_not_known_to_the_first_format() -> None:
    content = {**second(applications=[application(edits=EDITED)]), "version": 1}

    assert 'applications[0]."edits": is not a field' in reason(content)
    assert '"erased": is not a part' in reason(HEAD | {"erased": []})


def test_of_the_first_format_it_is_known_when_a_record_was_changed() -> None:
    times = {"created_at": "2026-11-20T09:30:00Z", "changed_at": "2026-11-20T09:30:00.5Z"}
    found = read(json.dumps(HEAD | {"applications": [application(**times)]}).encode(), "x.json")

    assert found.lists["applications"][0]["edits"] == {"*": {"": times["changed_at"]}}


def test_edits_are_read_as_they_were_written() -> None:
    content = second(applications=[application(edits=EDITED | {"role": {}})])

    assert read(json.dumps(content).encode(), "x.json").lists["applications"][0]["edits"] == EDITED
