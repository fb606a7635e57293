"""The ledger of tellings."""

from datetime import date
from pathlib import Path

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.store import applications, stories, telling_ledger


def test_all_tellings_by_date_with_what_they_belong_to(store: Path) -> None:
    application = applications.add({"company": "Northwind", "role": "Lead"}, stage=Stage.FINAL)
    one, two = (stories.add({"title": each}).id for each in ("One", "Two"))
    stories.tell(one, date(2026, 1, 5), "Contoso", landed="not_well", note="Too long")
    stories.tell(two, date(2026, 2, 5), application_id=application.id, landed="well")
    stories.tell(one, date(2025, 2, 5), "Ana")

    def titles(**given: object) -> list[str]:
        ids = telling_ledger.ids(**given)  # type: ignore[arg-type]
        rows = telling_ledger.rows(ids)
        return [f"{rows[each].title} {rows[each].on_date.year}" for each in ids]

    assert titles() == ["Two 2026", "One 2026", "One 2025"]
    assert titles(sort="landed", descending=False) == ["Two 2026", "One 2026", "One 2025"]
    assert titles(sort="story", descending=False)[:2] == ["One 2026", "One 2025"]
    row = telling_ledger.rows([2])[2]
    assert (row.company, row.role, row.landed, row.to_whom) == ("Northwind", "Lead", "well", "")
    stories.delete(two)
    assert titles() == ["One 2026", "One 2025"]


def test_it_is_searched_by_story_person_company_and_note(store: Path) -> None:
    application = applications.add({"company": "Northwind"}, stage=Stage.FINAL)
    one = stories.add({"title": "Kept the date"}).id
    stories.tell(one, date(2026, 1, 5), "Ana", note="100 % attention")
    stories.tell(one, date(2026, 1, 6), application_id=application.id)
    assert telling_ledger.matching("ana date") == [1]
    assert telling_ledger.matching("100 %") == [1]
    assert telling_ledger.matching("northw") == [2]
    assert telling_ledger.matching("nobody") == []
    assert telling_ledger.matching("  ") is None
