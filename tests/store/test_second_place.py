"""A stick that several data folders share: each keeps to its own backups there."""

import hashlib
import shutil
from pathlib import Path

import pytest

from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    database,
    encryption,
    erasing,
    moving,
    reencrypting,
    restoring,
    second_place,
    unlocking,
)
from rebound_desktop.store.second_place import FILE_NAME, SecondPlace, is_mark, new_mark, of

PASSPHRASE = "correct horse battery"
OTHERS = "another battery staple"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def folder_of(tmp_path: Path, name: str) -> Path:
    """Return a closed store with one application, whose company is called as the folder."""
    made = tmp_path / name
    database.open_store(made)
    applications.add({"company": name})
    database.close_store()
    return made


def carried(folder: Path, second: SecondPlace) -> Path:
    """Make the backup of the day here and in a second place; return the one there."""
    daily = backup.make_daily(folder / database.FILE_NAME, folder / backup.FOLDER, second)
    assert daily.problem == ""
    newest = backup_list.latest(folder / backup.FOLDER)
    assert newest is not None
    return second.own / newest.name


def contents(folder: Path) -> dict[str, str]:
    return {
        str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.rglob("*")
        if each.is_file()
    }


@pytest.mark.parametrize("others_passphrase", ["", OTHERS])
def test_a_passphrase_leaves_the_backups_of_another_computer(
    tmp_path: Path, stick: Path, others_passphrase: str
) -> None:
    mine, other = folder_of(tmp_path, "mine"), folder_of(tmp_path, "other")
    my_second, other_second = SecondPlace(stick, new_mark()), SecondPlace(stick, new_mark())
    if others_passphrase:
        reencrypting.reencrypt(other, encryption.new_key(others_passphrase))
        reencrypting.cover(other, other_second)
    there = carried(other, other_second)
    before = contents(other_second.own)
    # The key of the other one may well be in hand, as after a look into its backup.
    my_copy = carried(mine, my_second)

    for key in (encryption.new_key(PASSPHRASE), encryption.new_key("horse battery mine"), None):
        reencrypting.reencrypt(mine, key)
        covered = reencrypting.cover(mine, my_second)
        assert covered.left == covered.unknown == []
        assert encryption.salt_of(my_copy) == encryption.salt_of(mine / database.FILE_NAME)
        assert contents(other_second.own) == before

    encryption.wipe()
    if others_passphrase:
        unlocking.unlock(there, others_passphrase)
    assert restoring.look(there)["applications"] == 1


def test_thinning_and_deleting_for_good_leave_them_and_name_them(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = folder_of(tmp_path, "other")
    # A copy of the folder holds the same records, and yet its backups are its own.
    mine = Path(shutil.copytree(other, tmp_path / "mine"))
    my_second, other_second = SecondPlace(stick, new_mark()), SecondPlace(stick, new_mark())
    monkeypatch.setenv("REBOUND_TODAY", "2026-01-01T08:00")
    carried(other, other_second)
    before = contents(other_second.own)

    for day in range(2, 12):
        monkeypatch.setenv("REBOUND_TODAY", f"2026-01-{day:02}T08:00")
        carried(mine, my_second)
    database.open_store(mine)
    applications.delete(1)
    erasing.erase("applications", [1])
    cleared = erasing.clear_away(mine, my_second)
    database.close_store()

    assert cleared.rewritten > 0
    assert cleared.removed == []
    assert cleared.left == [other_second.own], "it still holds the record"
    assert contents(other_second.own) == before
    for each in backup_list.listed(my_second.own):
        assert restoring.look(each.path)["applications"] == 0


def test_what_an_older_program_left_there_is_taken_over_where_it_is_ours(
    tmp_path: Path, stick: Path
) -> None:
    mine, other = folder_of(tmp_path, "mine"), folder_of(tmp_path, "other")
    for folder in (mine, other):
        backup.make_daily(folder / database.FILE_NAME, folder / backup.FOLDER)
    ours = backup_list.latest(mine / backup.FOLDER)
    theirs = backup_list.latest(other / backup.FOLDER)
    assert ours is not None
    assert theirs is not None
    shutil.copy(ours, stick)
    strange = stick / "rebound-2020-01-01-080000-daily.db"
    shutil.copy(theirs, strange)
    before = strange.read_bytes()

    reencrypting.reencrypt(mine, encryption.new_key(PASSPHRASE))
    second = SecondPlace(stick, new_mark())
    covered = reencrypting.cover(mine, second)

    assert encryption.salt_of(second.own / ours.name) is not None
    assert not (stick / ours.name).exists()
    assert strange.read_bytes() == before
    assert covered.unknown == [strange]
    assert [each.path for each in second.of_nobody_known()] == [strange]


def test_what_was_encrypted_here_and_there_on_its_own_is_taken_over(
    tmp_path: Path, stick: Path
) -> None:
    mine = folder_of(tmp_path, "mine")
    here = backup.make(mine / database.FILE_NAME, mine / backup.FOLDER, reason="daily")
    there = Path(shutil.copy(here, stick))
    key = encryption.new_key(PASSPHRASE)
    for each in (here, there):
        backup.copy_under(each, each, key)
    assert here.read_bytes() != there.read_bytes()
    second = SecondPlace(stick, new_mark())

    second.take_over(mine / backup.FOLDER)

    assert [each.path.name for each in backup_list.listed(second.own)] == [here.name]
    assert second.of_nobody_known() == []


def test_a_name_that_two_computers_gave_in_the_same_second_is_no_sign(
    tmp_path: Path, stick: Path
) -> None:
    mine, other = folder_of(tmp_path, "mine"), folder_of(tmp_path, "other")
    name = "rebound-2026-01-01-080000-daily.db"
    for folder, target in ((mine, mine / backup.FOLDER), (other, stick)):
        target.mkdir(exist_ok=True)
        backup.copy_to(folder / database.FILE_NAME, target / name)
    second = SecondPlace(stick, new_mark())

    assert backup.carry(mine / backup.FOLDER, second) == ""

    assert (second.own / name).exists()
    assert [each.path for each in second.of_nobody_known()] == [stick / name]


def test_the_backups_of_others_are_found_for_a_restore(tmp_path: Path, stick: Path) -> None:
    other = folder_of(tmp_path, "other")
    there = carried(other, SecondPlace(stick, new_mark()))
    (stick / "rebound-holidays").mkdir()
    assert [each.path for each in SecondPlace(stick, new_mark()).of_others()] == [there]


def test_the_first_place_is_no_second_one(tmp_path: Path) -> None:
    mine = folder_of(tmp_path, "mine")
    place = mine / backup.FOLDER
    made = backup.make(mine / database.FILE_NAME, place, reason="daily")
    (tmp_path / "link").symlink_to(place, target_is_directory=True)
    for chosen in (place, tmp_path / "link", place / "deeper"):
        assert of(mine, chosen, place) is None
    assert of(mine, tmp_path, place) is not None
    assert backup_list.latest(place) == made


def place_of(folder: Path, stick: Path) -> SecondPlace:
    found = of(folder, stick, folder / backup.FOLDER)
    assert found is not None
    return found


def test_its_folder_there_is_found_again_and_a_copy_of_it_shares_it(
    tmp_path: Path, stick: Path
) -> None:
    mine, other = folder_of(tmp_path, "mine"), folder_of(tmp_path, "other")
    copy = carried(mine, place_of(mine, stick))
    assert place_of(mine, stick).own == copy.parent
    assert place_of(other, stick).own != copy.parent
    assert place_of(Path(shutil.copytree(mine, tmp_path / "copy")), stick).own == copy.parent

    # Another computer that begins with this backup is another one nevertheless.
    restoring.restore(other, copy)
    assert place_of(other, stick).own != copy.parent
    moving.copy_all(mine, tmp_path / "moved")
    assert place_of(tmp_path / "moved", stick).own == copy.parent

    (mine / FILE_NAME).write_bytes(b"\xff\xfe../..")
    assert is_mark(place_of(mine, stick).mark)


def test_where_the_mark_cannot_be_kept_nothing_is_put_there_and_it_is_said(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, other = folder_of(tmp_path, "mine"), folder_of(tmp_path, "other")
    there = carried(other, place_of(other, stick))
    backup.make(mine / database.FILE_NAME, mine / backup.FOLDER, reason="daily")
    database.open_store(mine)
    applications.delete(1)
    erasing.erase("applications", [1])

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(second_place.os, "fsync", full)
        second = place_of(mine, stick)
    assert not (mine / FILE_NAME).exists()
    said = backup.carry(mine / backup.FOLDER, second)
    cleared = erasing.clear_away(mine, second)
    pending = erasing.is_pending(mine)
    database.close_store()
    reencrypting.reencrypt(mine, encryption.new_key(PASSPHRASE))
    covered = reencrypting.cover(mine, second)

    assert str(stick) in said
    assert "the disk is full" in said
    assert [each.path for each in second.of_nobody_known()] == [there], "it is listed"
    assert stick in cleared.left
    assert pending, "it is tried again"
    assert covered.unknown == [there]
    assert [each.name for each in stick.iterdir()] == [there.parent.name]


def test_what_was_away_when_the_passphrase_was_set_is_encrypted_when_it_is_back(
    tmp_path: Path, stick: Path
) -> None:
    mine, other = folder_of(tmp_path, "mine"), folder_of(tmp_path, "other")
    here = backup.make(mine / database.FILE_NAME, mine / backup.FOLDER, reason="daily")
    ours = Path(shutil.copy(here, stick))
    gone = stick / "rebound-2020-01-01-080000-daily.db"
    shutil.copy(here, gone)  # of a name that is not here any more
    same_second = stick / "rebound-2020-01-02-080000-daily.db"
    backup.copy_to(other / database.FILE_NAME, same_second)
    backup.copy_to(mine / database.FILE_NAME, mine / backup.FOLDER / same_second.name)
    theirs = same_second.read_bytes()
    reencrypting.reencrypt(mine, encryption.new_key(PASSPHRASE))
    reencrypting.cover(mine)  # the stick is away

    second = place_of(mine, stick)
    covered = reencrypting.cover(mine, second)

    assert not ours.exists()
    assert encryption.is_encrypted(second.own / ours.name)
    assert covered.unknown == [same_second, gone]
    assert covered.place == stick
    assert same_second.read_bytes() == theirs


def test_a_copied_folder_still_finds_what_the_other_took_over(tmp_path: Path, stick: Path) -> None:
    mine = folder_of(tmp_path, "mine")
    here = backup.make(mine / database.FILE_NAME, mine / backup.FOLDER, reason="daily")
    shutil.copy(here, stick)
    copied = Path(shutil.copytree(mine, tmp_path / "copied"))

    first, second = place_of(mine, stick), place_of(copied, stick)
    first.take_over(mine / backup.FOLDER)
    second.take_over(copied / backup.FOLDER)

    assert [each.path for each in second.of_others()] == [first.own / here.name]
    assert restoring.look(first.own / here.name)["applications"] == 1
    assert (copied / backup.FOLDER / here.name).exists(), "only what is here too was moved"


def test_a_copy_that_cannot_be_carried_is_the_reason_that_is_given(
    tmp_path: Path, stick: Path
) -> None:
    mine = folder_of(tmp_path, "mine")
    second = place_of(mine, stick)
    copy = backup.make(mine / database.FILE_NAME, mine / backup.FOLDER, reason="merge")
    whole = copy.read_bytes()
    copy.write_bytes(whole[:5000])
    assert f"{copy.name}, or the copy of it there, is damaged." in carry(mine, second)

    copy.write_bytes(whole)
    backup.copy_under(copy, copy, encryption.new_key(PASSPHRASE))
    encryption.wipe()
    assert f"{copy.name} has another passphrase" in carry(mine, second)
    assert backup_list.listed(second.own) == []


def carry(folder: Path, second: SecondPlace) -> str:
    said = backup.carry(folder / backup.FOLDER, second)
    assert str(second.chosen) in said
    return said


def test_after_the_mark_is_lost_deleting_for_good_names_the_folder_from_before(
    tmp_path: Path, stick: Path
) -> None:
    mine, other = folder_of(tmp_path, "mine"), folder_of(tmp_path, "other")
    before = carried(mine, place_of(mine, stick)).parent
    carried(other, place_of(other, stick))
    (mine / FILE_NAME).unlink()
    database.open_store(mine)
    applications.delete(1)
    erasing.erase("applications", [1])
    cleared = erasing.clear_away(mine, place_of(mine, stick))
    database.close_store()
    assert cleared.left == [before], "the other one holds none of it"


def test_what_nobody_can_look_into_may_hold_it_too(tmp_path: Path, stick: Path) -> None:
    mine, other = folder_of(tmp_path, "mine"), folder_of(tmp_path, "other")
    reencrypting.reencrypt(other, encryption.new_key(OTHERS))
    reencrypting.cover(other)
    theirs = carried(other, place_of(other, stick)).parent
    encryption.wipe()
    database.open_store(mine)
    applications.delete(1)
    erasing.erase("applications", [1])
    cleared = erasing.clear_away(mine, place_of(mine, stick))
    database.close_store()
    assert cleared.left == [theirs]


def test_a_passphrase_names_what_is_readable_from_before_a_restore_on_a_new_computer(
    tmp_path: Path, stick: Path
) -> None:
    old, other = folder_of(tmp_path, "old"), folder_of(tmp_path, "other")
    before = carried(old, place_of(old, stick))
    carried(other, place_of(other, stick))
    new = tmp_path / "new"
    database.make_folder(new)
    restoring.restore(new, before)
    second = place_of(new, stick)

    reencrypting.reencrypt(new, encryption.new_key(PASSPHRASE))
    covered = reencrypting.cover(new, second)

    assert covered.unknown == [before], "the other one has nothing to do with it"
    assert not encryption.is_encrypted(before)


def test_a_mark_is_a_plain_name() -> None:
    assert is_mark(new_mark())
    for each in ("", "../../..", "0123ABCD", "0123abcde", "0123abc/"):
        assert not is_mark(each)
