"""The tables about strengths: stories, what they show, where they were told, what they prepare."""

from peewee import BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField

from rebound_desktop.store.process_tables import Application, Lesson, Person, Rejection
from rebound_desktop.store.record import Record


class Story(Record):
    """A strength anecdote; a raw one-line moment is a story with little but a title."""

    title = TextField()
    moment = TextField(default="")
    situation = TextField(default="")
    task = TextField(default="")
    obstacle = TextField(default="")
    action = TextField(default="")
    result = TextField(default="")
    learned = TextField(default="")
    applied = TextField(default="")
    expectation = CharField(default="")
    happened = CharField(default="")  # a year or a date in words, as the person remembers it
    rejection_id: int | None
    rejection = ForeignKeyField(Rejection, null=True, backref="stories", on_delete="SET NULL")
    retired_at = CharField(null=True)

    class Meta:
        table_name = "stories"


class StoryForm(Record):
    """The person's own wording of a story in one form, in place of the one that is worked out."""

    story_id: int
    story = ForeignKeyField(Story, backref="forms", on_delete="CASCADE")
    form = CharField()
    text = TextField()
    made_from = CharField(default="")  # a digest of the story's texts as they were then

    class Meta:
        table_name = "story_forms"
        indexes = ((("story", "form"), True),)


class StoryVersion(Record):
    """The texts of a story as they were before they were changed; taken at ``created_at``."""

    story_id: int
    story = ForeignKeyField(Story, backref="versions", on_delete="CASCADE")
    title = TextField()
    moment = TextField(default="")
    situation = TextField(default="")
    task = TextField(default="")
    obstacle = TextField(default="")
    action = TextField(default="")
    result = TextField(default="")
    learned = TextField(default="")
    applied = TextField(default="")
    expectation = CharField(default="")
    happened = CharField(default="")

    class Meta:
        table_name = "story_versions"


class Competency(Record):
    """A label from a named framework, or the person's own."""

    framework = CharField(default="own")
    name = TextField()

    class Meta:
        table_name = "competencies"
        indexes = ((("framework", "name"), True),)


class StoryCompetency(Record):
    """That a story shows a competency."""

    story_id: int
    story = ForeignKeyField(Story, backref="labels", on_delete="CASCADE")
    competency_id: int
    competency = ForeignKeyField(Competency, backref="labels", on_delete="CASCADE")
    position = IntegerField(default=0)

    class Meta:
        table_name = "story_competencies"
        indexes = ((("story", "competency"), True),)


class Telling(Record):
    """One use of a story."""

    story_id: int
    story = ForeignKeyField(Story, backref="tellings", on_delete="CASCADE")
    application_id: int | None
    application = ForeignKeyField(Application, null=True, on_delete="SET NULL")
    person_id: int | None
    person = ForeignKeyField(Person, null=True, on_delete="SET NULL")
    on_date = DateField()
    to_whom = TextField(default="")
    landed = CharField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "tellings"


class PrepSheet(Record):
    """What goes to one interview."""

    application_id: int
    application = ForeignKeyField(Application, backref="prep_sheets", on_delete="CASCADE")
    interview_on = DateField(null=True)
    at_time = CharField(default="")
    place = TextField(default="")  # "video", "their office"
    questions = TextField(default="")  # one on a line, as the next
    own_questions = TextField(default="")
    notes = TextField(default="")
    debriefed_on = DateField(null=True)

    class Meta:
        table_name = "prep_sheets"


class PrepSheetStory(Record):
    """A story chosen for a prep sheet, at its place in the order."""

    prep_sheet_id: int
    prep_sheet = ForeignKeyField(PrepSheet, backref="choices", on_delete="CASCADE")
    story_id: int
    story = ForeignKeyField(Story, on_delete="CASCADE")
    position = IntegerField(default=0)

    class Meta:
        table_name = "prep_sheet_stories"
        indexes = ((("prep_sheet", "story"), True),)


class PrepSheetLesson(Record):
    """A lesson that a prep sheet brings along."""

    prep_sheet_id: int
    prep_sheet = ForeignKeyField(PrepSheet, backref="lessons", on_delete="CASCADE")
    lesson_id: int
    lesson = ForeignKeyField(Lesson, on_delete="CASCADE")
    position = IntegerField(default=0)

    class Meta:
        table_name = "prep_sheet_lessons"
        indexes = ((("prep_sheet", "lesson"), True),)


class PrepSheetPerson(Record):
    """A person who is met at an interview."""

    prep_sheet_id: int
    prep_sheet = ForeignKeyField(PrepSheet, backref="people", on_delete="CASCADE")
    person_id: int
    person = ForeignKeyField(Person, on_delete="CASCADE")
    position = IntegerField(default=0)

    class Meta:
        table_name = "prep_sheet_people"
        indexes = ((("prep_sheet", "person"), True),)


class Question(Record):
    """A question that was asked or that the person added, or what became of one of the bank's."""

    text = TextField()
    competencies = TextField(default="")  # their names, one on a line
    bank = TextField(default="")  # the question of the bank that this one stands for
    hidden = BooleanField(default=False)
    application_id: int | None
    application = ForeignKeyField(Application, null=True, backref="questions", on_delete="SET NULL")
    asked_on = DateField(null=True)

    class Meta:
        table_name = "questions"
