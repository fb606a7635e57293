"""The tables about applications: what happened, who was met, what there is to do."""

from peewee import BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField

from rebound_desktop.store.record import Record


class Application(Record):
    """One role at one company. ``stage`` to ``last_event_on`` are derived from the events."""

    company = TextField(default="")
    company_key = TextField(default="", index=True)
    role = TextField(default="")
    source = TextField(default="")
    link = TextField(default="")
    location = TextField(default="")
    salary = TextField(default="")
    tags = TextField(default="")
    advert = TextField(default="")
    notes = TextField(default="")
    stage = CharField(default="interested")
    furthest = CharField(default="interested")
    outcome = CharField(default="")
    applied_on = DateField(null=True)
    last_event_on = DateField(null=True)
    quiet_until = DateField(null=True)  # the person chose to keep waiting until this day

    class Meta:
        table_name = "applications"


class Event(Record):
    """A dated fact about an application. Never edited: a correction retracts it."""

    application_id: int
    application = ForeignKeyField(Application, backref="events", on_delete="CASCADE")
    kind = CharField()
    on_date = DateField()
    at_time = CharField(default="")  # "14:00" local, or empty
    stage = CharField(default="")  # how far it shows the process to be, where the kind does not
    note = TextField(default="")
    answer_by = DateField(null=True)  # the day on which they wanted to answer, where they said so
    retracted_at = CharField(null=True)

    class Meta:
        table_name = "events"


class Rejection(Record):
    """The ending of an application that was not the person's choice."""

    application_id: int
    application = ForeignKeyField(Application, backref="rejections", on_delete="CASCADE")
    event_id: int | None
    event = ForeignKeyField(Event, null=True, on_delete="SET NULL")
    on_date = DateField(index=True)
    outcome = CharField(default="no")
    reached = CharField(default="applied")
    how_told = CharField(default="")
    their_words = TextField(default="")
    notes = TextField(default="")

    class Meta:
        table_name = "rejections"


class Reason(Record):
    """A possible cause of a rejection."""

    rejection_id: int
    rejection = ForeignKeyField(Rejection, backref="reasons", on_delete="CASCADE")
    code = CharField()
    label = TextField(default="")  # the person's own words, with code "other"
    basis = CharField(default="guess")
    control = CharField(default="unknown")
    note = TextField(default="")

    class Meta:
        table_name = "reasons"


class Reflection(Record):
    """The wizard's answers for one rejection."""

    rejection_id: int
    rejection = ForeignKeyField(Rejection, backref="reflections", on_delete="CASCADE", unique=True)
    state = CharField(default="open")
    path = CharField(default="all")
    page = IntegerField(default=1)  # 1 to 9: where the wizard opens
    to_a_friend = TextField(default="")
    did_well = TextField(default="")
    do_differently = TextField(default="")
    learned = TextField(default="")
    not_before = DateField(null=True)  # Today does not offer it before this day
    finished_on = DateField(null=True)

    class Meta:
        table_name = "reflections"


class Person(Record):
    """Somebody met in a process."""

    name = TextField(default="")
    company = TextField(default="")
    company_key = TextField(default="", index=True)
    title = TextField(default="")
    role = CharField(default="contact")
    email = TextField(default="")
    phone = TextField(default="")
    link = TextField(default="")
    how_met = TextField(default="")
    notes = TextField(default="")
    last_contact_on = DateField(null=True)
    known = CharField(default="")  # how well the two know each other
    introduced_by_id: int | None
    introduced_by = ForeignKeyField("self", null=True, backref="introduced", on_delete="SET NULL")

    class Meta:
        table_name = "people"


class PersonAddress(Record):
    """One more way to reach a person, beside the columns ``email``, ``phone`` and ``link``."""

    person_id: int
    person = ForeignKeyField(Person, backref="addresses", on_delete="CASCADE")
    kind = CharField()
    text = TextField()

    class Meta:
        table_name = "person_addresses"


class ApplicationPerson(Record):
    """That a person was met in an application's process, and in which role."""

    application_id: int
    application = ForeignKeyField(Application, backref="meetings", on_delete="CASCADE")
    person_id: int
    person = ForeignKeyField(Person, backref="meetings", on_delete="CASCADE")
    role = CharField(default="contact")

    class Meta:
        table_name = "application_people"
        indexes = ((("application", "person"), True),)


class FeedbackRequest(Record):
    """A thank-you with or without a question, and what came back."""

    rejection_id: int
    rejection = ForeignKeyField(Rejection, backref="feedback_requests", on_delete="CASCADE")
    person_id: int | None
    person = ForeignKeyField(Person, null=True, on_delete="SET NULL")
    to_name = TextField(default="")
    channel = CharField(default="email")
    thanks_only = BooleanField(default=False)
    detail = TextField(default="")  # one real thing to thank for; part of the draft
    subject = TextField(default="")
    draft = TextField(default="")
    state = CharField(default="drafted")
    send_on = DateField(null=True)
    sent_on = DateField(null=True)
    nudged_on = DateField(null=True)
    reopened_on = DateField(null=True)  # after it had ended: the person goes on waiting
    answered_on = DateField(null=True)
    answer = TextField(default="")
    read_later = BooleanField(default=False)

    class Meta:
        table_name = "feedback_requests"


class LetterTemplate(Record):
    """A letter's text with fields in it: the person's own, or their wording of a shipped one."""

    kind = CharField()
    name = TextField(default="")
    tone = CharField(default="formal")
    subject = TextField(default="")
    body = TextField(default="")
    shipped = CharField(default="")  # the key of the shipped one that this takes the place of

    class Meta:
        table_name = "letter_templates"


class Lesson(Record):
    """One thing to do next time."""

    rejection_id: int | None
    rejection = ForeignKeyField(Rejection, null=True, backref="lessons", on_delete="SET NULL")
    feedback_request_id: int | None
    feedback_request = ForeignKeyField(FeedbackRequest, null=True, on_delete="SET NULL")
    text = TextField()
    origin = CharField(default="")  # the answer it was kept from, such as "do_differently"
    stage = CharField(default="")  # the kind of interview it is for; empty: any
    state = CharField(default="kept")
    tried_on = DateField(null=True)

    class Meta:
        table_name = "lessons"


class Plan(Record):
    """One small plan: if this happens, I will do that."""

    reflection_id: int | None
    reflection = ForeignKeyField(Reflection, null=True, backref="plans", on_delete="SET NULL")
    if_text = TextField(default="")
    then_text = TextField(default="")
    due_on = DateField(null=True)

    class Meta:
        table_name = "plans"


class FollowUp(Record):
    """Something to do on a day."""

    kind = CharField()
    title = TextField()
    note = TextField(default="")
    subject = TextField(default="")
    draft = TextField(default="")  # a message ready to copy
    due_on = DateField(index=True)
    at_time = CharField(default="")
    state = CharField(default="open")
    done_on = DateField(null=True)
    application_id: int | None
    application = ForeignKeyField(Application, null=True, backref="follow_ups", on_delete="CASCADE")
    rejection_id: int | None
    rejection = ForeignKeyField(Rejection, null=True, backref="follow_ups", on_delete="CASCADE")
    person_id: int | None
    person = ForeignKeyField(Person, null=True, backref="follow_ups", on_delete="CASCADE")
    feedback_request_id: int | None
    feedback_request = ForeignKeyField(
        FeedbackRequest, null=True, backref="follow_ups", on_delete="CASCADE"
    )
    plan_id: int | None
    plan = ForeignKeyField(Plan, null=True, backref="follow_ups", on_delete="CASCADE")

    class Meta:
        table_name = "follow_ups"


class MoodCheck(Record):
    """One answer to "how is it sitting with you?": 0 to 100."""

    rejection_id: int | None
    rejection = ForeignKeyField(Rejection, null=True, backref="mood_checks", on_delete="CASCADE")
    on_date = DateField()
    value = IntegerField()
    moment = CharField(default="before")

    class Meta:
        table_name = "mood_checks"
