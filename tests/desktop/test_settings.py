"""Settings survive, one bad value costs only itself, and an unreadable file is kept."""

import json
import os
import stat
from pathlib import Path

import pytest

from rebound_desktop.desktop.settings import FILE_NAME, Settings
from rebound_desktop.store import database


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.values.name = "Zoë 🌱"
    settings.values.font_percent = 130
    settings.values.layouts["rejections"] = "abc="
    settings.save()
    again = Settings(tmp_path)
    assert again.values == settings.values
    assert stat.S_IMODE(os.stat(tmp_path / FILE_NAME).st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    "content", ["", "{", '{"name": "Mi', "[1, 2]", '"text"', "\x00\xff", "[" * 100_000]
)
def test_an_unreadable_file_is_put_aside_not_lost(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(content.encode("latin-1"))
    settings = Settings(tmp_path)
    assert settings.values.font_percent == 100
    assert settings.put_aside is not None
    assert settings.put_aside.read_bytes() == content.encode("latin-1")


def test_a_second_unreadable_file_does_not_cost_the_first(tmp_path: Path) -> None:
    for content in ("{first", "{second"):
        (tmp_path / FILE_NAME).write_text(content)
        Settings(tmp_path).save()
    kept = sorted(each.read_text() for each in tmp_path.glob("settings-unreadable*.json"))
    assert kept == ["{first", "{second"]
    assert json.loads((tmp_path / FILE_NAME).read_text("utf-8"))["font_percent"] == 100


def test_a_folder_in_its_place_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME / "inside").mkdir(parents=True)
    settings = Settings(tmp_path)
    assert settings.put_aside is not None
    assert (settings.put_aside / "inside").is_dir()
    settings.save()
    assert (tmp_path / FILE_NAME).is_file()


def test_what_cannot_be_written_again_is_mended_on_reading(tmp_path: Path) -> None:
    half = json.dumps({"name": "Zo\ud83d", "geometry": "\udc00", "layouts": {"a\ud83d": "x\0"}})
    (tmp_path / FILE_NAME).write_text(half, encoding="ascii")
    settings = Settings(tmp_path)
    settings.save()
    again = Settings(tmp_path)
    assert again.put_aside is None
    assert again.values == settings.values
    assert again.values.name == "Zo?"
    assert again.values.layouts == {"a?": "x"}


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("font_percent", 5000, 200),
        ("font_percent", -1, 80),
        ("font_percent", "big", 100),
        ("font_percent", True, 100),
        ("appearance", "pink", "system"),
        ("linkedin_limit", 7, 200),
        ("open_minimum", 99, 10),
        ("layouts", {"a": 1}, {}),
        ("name", None, ""),
        ("name", 10**400, ""),
        ("font_percent", 10**400, 200),
        ("font_percent", float("inf"), 100),
        ("recent_stories", [10**30], []),
        ("recent_stories", [3, 1], [3, 1]),
        ("backup_folder", "/media/\0stick", "/media/stick"),
        ("support_line_dismissed_on", "yesterday", ""),
        ("support_line_dismissed_on", "2027-03-01", "2027-03-01"),
        ("quiet_from", "late", "20:00"),
        ("quiet_until", "06:30", "06:30"),
        ("weekly_look_day", 9, 6),
        ("weekly_look_after", "soon", ""),
    ],
)
def test_a_value_that_does_not_fit_costs_only_itself(
    tmp_path: Path, name: str, value: object, read: object
) -> None:
    text = json.dumps({"words_per_minute": 150, name: value, "from_a_newer_program": 1})
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    settings = Settings(tmp_path)
    assert getattr(settings.values, name) == read
    assert settings.values.words_per_minute == 150
    assert settings.put_aside is None


def test_what_says_something_of_the_person_is_in_the_store_only(store: Path) -> None:
    before = Settings(store)
    before.values.name = "Zoë Quetzalcoatl"
    before.save()
    assert "Quetzalcoatl" in (store / FILE_NAME).read_text("utf-8"), "no store was asked yet"

    settings = Settings(store)
    settings.take_personal()
    settings.values.support = "My sister"
    settings.save()
    text = (store / FILE_NAME).read_text("utf-8")
    assert "Quetzalcoatl" not in text
    assert "sister" not in text

    again = Settings(store)
    assert again.values.name == ""
    again.take_personal()
    assert (again.values.name, again.values.support) == ("Zoë Quetzalcoatl", "My sister")
    again.values.name = ""
    again.save()
    third = Settings(store)
    third.take_personal()
    assert (third.values.name, third.values.support) == ("", "My sister")


def test_a_store_without_them_takes_them_from_the_window(store: Path) -> None:
    settings = Settings(store)
    settings.take_personal()
    settings.values.name = "Zoë"
    settings.save()
    # As after an older backup took the store's place.
    database.database.execute_sql("DELETE FROM personal_settings")
    settings.take_personal()
    assert settings.values.name == "Zoë"
    settings.save()
    again = Settings(store)
    again.take_personal()
    assert again.values.name == "Zoë"
