import pytest
from hypothesis import given
from hypothesis import strategies as st

from rebound_desktop.core.time_of_day import time_of_day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("  ", ""),
        ("14:00", "14:00"),
        (" 9 ", "09:00"),
        ("9.30", "09:30"),
        ("1400", "14:00"),
        ("930", "09:30"),
        ("9am", "09:00"),
        ("2:30 pm", "14:30"),
        ("12 p.m.", "12:00"),
        ("12am", "00:00"),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, meant: str) -> None:
    assert time_of_day(typed) == meant


@pytest.mark.parametrize("typed", ["noon", "25:00", "9:75", "13pm", "0am", "1:2:3", "14:0", "-1"])
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        time_of_day(typed)


@given(st.times())
def test_what_is_shown_is_read_back(time: object) -> None:
    shown = f"{time:%H:%M}"
    assert time_of_day(shown) == shown


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = time_of_day(text)
    except ValueError:
        return
    assert found == "" or time_of_day(found) == found
