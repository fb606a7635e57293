"""Made-up sample data for the demonstration, as an archive with days counted from today.

People and employers are invented; the companies' names are ones that software makers use for
examples. Made as an archive, so that it goes the way of every other record from outside.
"""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from rebound_desktop.core import clock
from rebound_desktop.core.competencies import stable_uuid
from rebound_desktop.core.vocabulary import REACHABLE_STAGES, Framework, Stage
from rebound_desktop.exchange.archive import take_in
from rebound_desktop.exchange.archive_reading import FORMAT, VERSION, read
from rebound_desktop.exchange.sample_search import (
    ENDED,
    FOLLOW_UPS,
    KNOWN,
    LETTER,
    OPEN,
    PEOPLE,
    TEMPLATE,
    Ended,
)
from rebound_desktop.exchange.sample_stories import STORIES

#: Who the sample data is about; the settings of a demonstration use the name.
NAME = "Maya"

_NAMESPACE = UUID("5d9a2f52-6a0c-4f7b-8f0e-0d1b6c7a5e11")
_STEPS = {
    Stage.APPLIED: "applied",
    Stage.SCREENING: "screen",
    Stage.ASSESSMENT: "assessment",
    Stage.INTERVIEWING: "interview",
    Stage.FINAL: "final_interview",
}


def fill() -> None:
    """Put the sample data into the open store, which is empty."""
    take_in(read(content(), "the sample data"), Path())


def content() -> bytes:
    """Return the sample data as the content of an archive; the same on the same day."""
    sample = _Sample()
    for person in PEOPLE:
        sample.add_person(*person)
    for application in OPEN:
        sample.add_open(*application)
    # The oldest first, as they would have been written.
    for ended in reversed(ENDED):
        sample.add_ended(ended)
    for story in reversed(STORIES):
        sample.add_story(*story)
    for follow_up in FOLLOW_UPS:
        sample.add_follow_up(*follow_up)
    sample.add_preparation()
    kind, name, tone, subject, body = TEMPLATE
    sample.add(
        "letter_templates", name, -40, kind=kind, name=name, tone=tone, subject=subject, body=body
    )
    head = {"format": FORMAT, "version": VERSION}
    return json.dumps(head | sample.lists).encode()


class _Sample:
    def __init__(self) -> None:
        self.lists: dict[str, list[dict[str, Any]]] = {}
        self._today = clock.today()

    def add(self, table: str, key: str, day: int, **values: Any) -> str:
        """Add a record written on a day; return its UUID, which follows from its key."""
        uuid = str(uuid5(_NAMESPACE, f"{table}/{key}"))
        found = self.lists.setdefault(table, [])
        moment = f"{self._on(day)}T08:{len(found) // 60 % 60:02}:{len(found) % 60:02}.000000Z"
        found.append({"uuid": uuid, "created_at": moment, "changed_at": moment, **values})
        return uuid

    def find(self, table: str, name: str) -> str | None:
        """Return the UUID of the person, story or application that goes by a name."""
        keys = ("name", "title", "company")
        for each in self.lists.get(table, ()):
            if name and name == next(each[key] for key in keys if key in each):
                return str(each["uuid"])
        return None

    def add_person(
        self, name: str, company: str, title: str, role: str, met: str, notes: str, last: int | None
    ) -> None:
        self.add(
            "people",
            name,
            last or -30,
            name=name,
            company=company,
            title=title,
            role=role,
            email=f"{name.split()[0].lower().replace('á', 'a')}@example.com",
            how_met=met,
            notes=notes,
            last_contact_on=None if last is None else self._on(last),
            known=KNOWN.get(name, ""),
        )

    def _add_application(self, company: str, day: int, **values: Any) -> str:
        met = [each for each in self.lists["people"] if each["company"] == company]
        people = [{"person": each["uuid"], "role": each["role"]} for each in met]
        return self.add("applications", company, day, company=company, people=people, **values)

    def add_open(
        self,
        company: str,
        role: str,
        location: str,
        advert: str,
        steps: tuple[tuple[str, int, str, str], ...],
    ) -> None:
        first = steps[0][1]
        application = self._add_application(
            company, first, role=role, location=location, advert=advert, source="Job board"
        )
        for kind, day, time, note in steps:
            self.add(
                "events",
                f"{company}/{kind}/{day}",
                day if day < 0 else -1,
                application=application,
                kind=kind,
                on_date=self._on(day),
                at_time=time,
                note=note,
            )

    def add_ended(self, ended: Ended) -> None:
        key = ended.company
        reached = Stage(ended.reached)
        passed = [
            kind
            for stage, kind in _STEPS.items()
            if REACHABLE_STAGES.index(stage) <= REACHABLE_STAGES.index(reached)
            and (stage is not Stage.ASSESSMENT or reached is Stage.ASSESSMENT)
        ]
        first = ended.steps.get("applied", (9 * len(passed), ""))[0]
        application = self._add_application(
            key, ended.day - first, role=ended.role, source=ended.source
        )
        for number, kind in enumerate(passed):
            before, note = ended.steps.get(kind, (9 * (len(passed) - number), ""))
            self.add(
                "events",
                f"{key}/{kind}",
                ended.day - before,
                application=application,
                kind=kind,
                on_date=self._on(ended.day - before),
                note=note,
            )
        event = self.add(
            "events",
            f"{key}/end",
            ended.day,
            application=application,
            kind=ended.outcome,
            on_date=self._on(ended.day),
            stage=ended.reached,
        )
        rejection = self.add(
            "rejections",
            key,
            ended.day,
            application=application,
            event=event,
            on_date=self._on(ended.day),
            outcome=ended.outcome,
            reached=ended.reached,
            how_told=ended.told,
            their_words=ended.words,
        )
        for code, basis, control in ended.reasons:
            self.add(
                "reasons",
                f"{key}/{code}",
                ended.day,
                rejection=rejection,
                code=code,
                basis=basis,
                control=control,
            )
        if ended.mood is not None:
            self._add_mood(key, rejection, "before", ended.mood, ended.day)
        request = self._add_feedback(ended, rejection) if ended.feedback else None
        if ended.page:
            self._add_reflection(ended, rejection)
        if ended.lesson:
            self.add(
                "lessons",
                key,
                ended.day,
                rejection=rejection,
                feedback_request=request if ended.feedback == "received" else None,
                text=ended.lesson,
                origin="do_differently",
                state=ended.lesson_state,
                tried_on=None if ended.lesson_state == "kept" else self._on(-5),
            )

    def _add_mood(self, key: str, rejection: str, moment: str, value: int, day: int) -> None:
        self.add(
            "mood_checks",
            f"{key}/{moment}",
            day,
            rejection=rejection,
            on_date=self._on(day),
            value=value,
            moment=moment,
        )

    def _add_feedback(self, ended: Ended, rejection: str) -> str:
        """Add the feedback request; its letter is written out where it still has to be sent."""
        met = [each for each in self.lists["people"] if each["company"] == ended.company]
        drafted = ended.feedback == "drafted"
        answered = ended.feedback in ("received", "declined")
        return self.add(
            "feedback_requests",
            ended.company,
            ended.day,
            rejection=rejection,
            person=met[0]["uuid"] if met else None,
            to_name=met[0]["name"] if met else "",
            subject=f"Thank you – {ended.role}",
            draft=LETTER if drafted else "",
            state=ended.feedback,
            send_on=self._on(0 if drafted else ended.day + 1),
            sent_on=None if drafted else self._on(ended.day + 1),
            nudged_on=self._on(-6) if ended.feedback in ("sent", "waiting") else None,
            answered_on=self._on(ended.day + 5) if answered else None,
            answer=ended.answer,
        )

    def _add_reflection(self, ended: Ended, rejection: str) -> None:
        finished = ended.page == 9
        reflection = self.add(
            "reflections",
            ended.company,
            ended.day,
            rejection=rejection,
            state="finished" if finished else "paused",
            page=ended.page,
            to_a_friend="One company, one day. You did the work.",
            did_well=ended.well,
            do_differently=ended.differently,
            finished_on=self._on(ended.day + 1) if finished else None,
        )
        if finished and ended.mood is not None:
            after = min(100, ended.mood + 15)
            self._add_mood(ended.company, rejection, "after", after, ended.day + 1)
        if finished and ended.lesson:
            self.add(
                "plans",
                ended.company,
                ended.day + 1,
                reflection=reflection,
                if_text="the next interview is two days away",
                then_text="I will read this lesson aloud once",
                due_on=self._on(ended.day + 14),
            )

    def add_story(
        self,
        title: str,
        when: str,
        expectation: str,
        labels: tuple[str, ...],
        texts: dict[str, Any],
    ) -> None:
        uuids = []
        for label in labels:
            framework, _, name = label.partition(": ")
            uuid = stable_uuid(Framework(framework), name)
            uuids.append(uuid)
            known = self.lists.setdefault("competencies", [])
            if not any(each["uuid"] == uuid for each in known):
                known.append({"uuid": uuid, "framework": framework, "name": name})
                moment = f"{self._on(-200)}T08:00:00.000000Z"
                known[-1].update(created_at=moment, changed_at=moment)
        day = -200 + 10 * len(self.lists.get("stories", ()))
        moment = f"{self._on(day)}T08:00:00.000000Z"
        times = {"created_at": moment, "changed_at": moment}
        beside = {
            name: [{**each, **times} for each in texts.get(name, ())]
            for name in ("forms", "versions")
        }
        self.add(
            "stories",
            title,
            day,
            title=title,
            happened=when,
            expectation=expectation,
            competencies=uuids,
            **(texts | beside),
        )

    def add_follow_up(
        self, kind: str, title: str, note: str, day: int, time: str, company: str, person: str
    ) -> None:
        letter = kind == "thank_you"
        self.add(
            "follow_ups",
            f"{company}/{kind}",
            -1,
            kind=kind,
            title=title,
            note=note,
            due_on=self._on(day),
            at_time=time,
            draft=LETTER if letter else "",
            application=self.find("applications", company),
            rejection=self._rejection_of(company),
            person=self.find("people", person),
            feedback_request=self._request_of(company) if kind in ("thank_you", "nudge") else None,
        )

    def _rejection_of(self, company: str) -> str | None:
        uuid = str(uuid5(_NAMESPACE, f"rejections/{company}"))
        return uuid if any(each["uuid"] == uuid for each in self.lists["rejections"]) else None

    def _request_of(self, company: str) -> str:
        return str(uuid5(_NAMESPACE, f"feedback_requests/{company}"))

    def add_preparation(self) -> None:
        """Add what goes to the interview that comes next, and where stories were told before."""
        stories = [str(each["uuid"]) for each in reversed(self.lists["stories"])]
        people = [each["uuid"] for each in self.lists["people"] if each["company"] == "Tailspin"]
        lessons = [each["uuid"] for each in self.lists["lessons"] if each["state"] != "helped"]
        self.add(
            "prep_sheets",
            "Tailspin",
            -1,
            application=self.find("applications", "Tailspin"),
            interview_on=self._on(4),
            at_time="14:00",
            place="video",
            questions="Tell me about a time you disagreed with a stakeholder\n"
            "A deadline you nearly missed\nHow have you developed someone on your team?",
            own_questions="How do you decide what not to measure?",
            stories=stories[:2] + stories[3:5],
            lessons=lessons[-2:],
            people=people,
        )
        self.add(
            "questions",
            "Northwind",
            -10,
            text="Who disagreed with a number of yours, and what did you do?",
            competencies="Communication\nCritical Thinking",
            application=self.find("applications", "Northwind"),
            asked_on=self._on(-10),
        )
        told = (
            (0, "Northwind", -10, "the panel", "well"),
            (0, "Trey Research", -75, "the second interview", "so_so"),
            (0, "VanArsdel", -99, "Mei Tanaka", "well"),
            (1, "Contoso", -17, "Sam Ortiz", "well"),
            (2, "Tailspin", -5, "Omar Haddad", "well"),
            (4, "Trey Research", -72, "the panel", "well"),
        )
        for number, company, day, whom, landed in told:
            self.add(
                "tellings",
                f"{number}/{company}",
                day,
                story=stories[number],
                application=self.find("applications", company),
                on_date=self._on(day),
                to_whom=whom,
                landed=landed,
            )

    def _on(self, day: int) -> str:
        found: date = self._today + timedelta(days=day)
        return found.isoformat()
