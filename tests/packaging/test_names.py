"""What the systems are told about the program agrees with what the program says of itself."""

import plistlib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rebound_desktop import APPLICATION_ID, __version__

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def metainfo() -> ElementTree.Element:
    return ElementTree.parse(PACKAGING / f"linux/{APPLICATION_ID}.metainfo.xml").getroot()


def test_menu_entry_and_icon_are_named_after_the_application_id() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(PACKAGING / f"linux/{APPLICATION_ID}.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Icon"] == APPLICATION_ID


def test_software_centres_find_the_menu_entry(metainfo: ElementTree.Element) -> None:
    assert metainfo.findtext("id") == APPLICATION_ID
    assert metainfo.findtext("launchable") == f"{APPLICATION_ID}.desktop"


def test_the_newest_release_told_to_software_centres_is_this_one(
    metainfo: ElementTree.Element,
) -> None:
    newest = metainfo.find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__


def test_macos_settings_are_readable() -> None:
    settings = plistlib.loads((PACKAGING / "macos/Info.plist").read_bytes())
    assert settings["CFBundleDisplayName"] == "Rebound"
