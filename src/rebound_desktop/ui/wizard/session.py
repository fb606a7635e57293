"""What the pages of one wizard share: the rejection, its reflection, and saving."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import ReflectionPath, Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import bad_news, reflections, rejections
from rebound_desktop.store.tables import Reflection, Rejection
from rebound_desktop.ui.widgets.autosave import Autosave


class Session(QObject):
    """One way through the wizard.

    ``rejection`` is None until a company is typed; ``is_new`` says that the news is being logged
    here, so that its facts still change in place. ``path_changed`` and ``news_changed`` tell the
    list of steps; ``said`` carries a sentence, ``copy_asked`` a text and what it is called.
    """

    path_changed = Signal()
    news_changed = Signal()
    said = Signal(str)
    copy_asked = Signal(str, str)

    def __init__(self, settings: Settings, rejection_id: int, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = settings
        self.autosave = Autosave(self)
        self.is_new = not rejection_id
        #: Whether any page but the first one was shown, so that more than the news is there.
        self.has_moved_on = False
        self.rejection: Rejection | None = None
        self.reflection: Reflection | None = None
        self._path = ReflectionPath.TWO_MINUTES if self.is_new else ReflectionPath.ALL
        if rejection_id:
            self.reload(rejection_id)

    def reload(self, rejection_id: int = 0) -> None:
        """Read the rejection and its reflection again, or another rejection's."""
        wanted = rejection_id or (self.rejection.id if self.rejection else 0)
        self.rejection = rejections.get(wanted) if wanted else None
        self.reflection = rejections.reflection_of(wanted) if self.rejection else None
        self.news_changed.emit()

    def begin(self, company: str, role: str, on: date, reached: Stage) -> None:
        """Log the news and begin its reflection."""
        made = bad_news.begin(company, role, on=on, reached=reached, path=self._path)
        self.reload(made.id)

    def discard(self) -> None:
        """Take back news of which nothing is left."""
        if self.rejection is not None:
            bad_news.discard(self.rejection.id)
            self.rejection = self.reflection = None

    @property
    def rejection_id(self) -> int:
        """The id of the rejection; raises RuntimeError before there is one."""
        if self.rejection is None:
            raise RuntimeError("there is no news yet")
        return int(self.rejection.id)

    @property
    def application_id(self) -> int:
        """The id of the rejection's application; raises RuntimeError before there is one."""
        if self.rejection is None:
            raise RuntimeError("there is no news yet")
        return self.rejection.application_id

    @property
    def reflection_id(self) -> int:
        """The id of the reflection, which is begun where there is none yet."""
        if self.reflection is None:
            self.reflection = reflections.begin(self.rejection_id, self._path)
        return int(self.reflection.id)

    @property
    def company(self) -> str:
        """The company's name, or an empty text."""
        return str(self.rejection.application.company) if self.rejection else ""

    @property
    def role(self) -> str:
        """The role, or an empty text."""
        return str(self.rejection.application.role) if self.rejection else ""

    @property
    def path(self) -> ReflectionPath:
        """Which pages are walked."""
        return ReflectionPath(self.reflection.path) if self.reflection else self._path

    def set_path(self, path: ReflectionPath) -> None:
        """Choose which pages are walked."""
        if path == self.path:
            return
        self._path = path
        if self.reflection is not None:
            reflections.set_path(self.reflection.id, path)
            self.reflection.path = path
        self.path_changed.emit()

    def go_to(self, step: Step) -> None:
        """Note the page that is shown."""
        self.has_moved_on = True
        if self.rejection is not None and self.reflection_state != "finished":
            reflections.go_to(self.reflection_id, step)

    @property
    def reflection_state(self) -> str:
        """The reflection's state, empty where there is none yet."""
        return str(self.reflection.state) if self.reflection else ""

    def answer(self, field: str) -> str:
        """Return an answer of the reflection as it is stored."""
        if self.reflection is None:
            return ""
        return str(getattr(self.reflection, field))

    def save_answer(self, field: str, text: str) -> None:
        """Store an answer of the reflection."""
        reflections.save_answer(self.reflection_id, field, text)
        if self.reflection is not None:
            setattr(self.reflection, field, text)
