"""What an advert asks for is picked out of it."""

from rebound_desktop.core.profiles import profile
from rebound_desktop.core.requirements import coverage, key_phrases, requirements

ADVERT = """Team Leader, contact centre
Who we are
We are the leading provider of heating in the north and love fun.
You will
- Lead a team of twelve advisors
- Calm upset callers and put things right
- Report the weekly figures
You have
- A degree in business
- Patience
We offer
Salary of £28,000 and a pension
"""


def test_duties_are_picked_and_talk_and_papers_are_not() -> None:
    assert [each.text for each in requirements(ADVERT)] == [
        "Lead a team of twelve advisors",
        "Calm upset callers and put things right",
        "Report the weekly figures",
        "Patience",
    ]


def test_places_are_those_of_the_advert() -> None:
    for each in requirements(ADVERT):
        assert ADVERT[each.start : each.end] == each.text


def test_a_story_in_other_words_covers_a_requirement() -> None:
    leading, calming, *_ = requirements(ADVERT)
    shouted = profile("A customer shouted at me. I apologised and stayed calm.")
    assert coverage(calming, shouted) > 0.5 > coverage(leading, shouted)


def test_nothing_is_asked_for_in_an_empty_advert_or_in_noise() -> None:
    assert requirements("") == []
    assert requirements("\0\x01\ufffd" * 1000) == []


def test_an_advert_in_chinese_has_requirements() -> None:
    found = requirements("职位:客服\n要求:\n处理客户投诉。带领团队。")
    assert "处理客户投诉。" in [each.text for each in found]


def test_a_huge_advert_gives_forty_at_most() -> None:
    assert 0 < len(requirements("You will calm angry customers.\n" * 40_000)) <= 40


def test_key_phrases_are_what_a_requirement_says_not_its_frame() -> None:
    advert = "You have delivered under pressure, you can explain numbers, and you grow people."

    found = key_phrases(advert, requirements(advert))

    assert [advert[start:end] for start, end in found] == [
        "delivered under pressure",
        "explain numbers",
        "grow people",
    ]
