"""What every form in a dialog has: fields, refusals beside them, and no lost text."""

from contextlib import suppress

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.store.errors import NotSavedError, RefusedError
from rebound_desktop.ui.dialogs.draft_keeper import DraftKeeper
from rebound_desktop.ui.dialogs.form_values import typed_in, value_of
from rebound_desktop.ui.dialogs.opening import ask_to_discard
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import Field, Settled
from rebound_desktop.ui.widgets.notices import Notices
from rebound_desktop.ui.widgets.scrolled import scrolled
from rebound_desktop.ui.widgets.text import PlainLabel


class FormDialog(QDialog):
    """A form that is saved as a whole.

    A subclass adds its fields and writes them in :meth:`take`, whose RefusedError is shown at the
    field that it names. Ctrl+Enter saves from everywhere; Escape leaves a form in which nothing
    was changed, and asks before it throws away anything else.

    Until it is saved or discarded, what it holds is kept as a draft, and offered again after a
    crash. ``about`` names the record that the form is for, such as "stories 12", so that a draft
    turns up at that record only.
    """

    about = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        #: All that can be typed or chosen here; each is a part of the draft.
        self.inputs: dict[str, QWidget] = {}
        self._before: dict[str, object] = {}
        self._shown = False
        self._keeper = DraftKeeper(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 20, 0, 18)
        outer.setSpacing(12)
        self._heading = PlainLabel("", "title", wrap=True)
        self._heading.setContentsMargins(24, 0, 24, 0)
        outer.addWidget(self._heading)

        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setSpacing(12)
        self._scroll = scrolled(self._inside)
        self.column.setContentsMargins(24, 0, 24, 4)
        outer.addWidget(self._scroll, 1)

        self._refusal = PlainLabel("", "fieldError", wrap=True)
        self._refusal.setContentsMargins(24, 0, 24, 0)
        self._refusal.hide()
        outer.addWidget(self._refusal)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(24, 0, 24, 0)
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.cancel = button(self.tr("Cancel"), self.reject)
        self.save = button(self.tr("Save"), self.accept, kind="primary")
        self.save.setDefault(True)
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.save)
        outer.addLayout(self.buttons)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def set_title(self, title: str, frame: str = "") -> None:
        """Name the form above its fields and in the window's frame.

        ``frame`` is what the frame says where the title names a company or a person: the system
        shows it in lists of windows and to whoever the screen is shared with.
        """
        self.setWindowTitle(frame or title)
        self._heading.setText(title)

    def take(self) -> None:
        """Write what the form holds; raises RefusedError for what cannot be stored."""
        raise NotImplementedError

    def add(self, key: str, field: Field) -> Field:
        """Add a field under the last one; ``key`` is the column that refusals name."""
        self.fields[key] = field
        self.keep(key, field.editor)
        self.column.addWidget(field)
        return field

    def keep(self, key: str, editor: QWidget) -> None:
        """Count what is typed or chosen in an editor as a part of the form.

        Fields that are added count already; an input that stands beside them has to be named.
        """
        self.inputs[key] = editor

    def values(self) -> dict[str, object]:
        """Return what every input holds, as it can be written as JSON."""
        return {key: value_of(editor) for key, editor in self.inputs.items()}

    def add_row(self, *fields: tuple[str, Field]) -> None:
        """Add fields side by side, each with its key; all get the same width."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for key, field in fields:
            self.fields[key] = field
            self.keep(key, field.editor)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def mentions(self) -> list[str]:
        """Return the records whose words were taken over into the form, besides ``about``."""
        return []

    def is_changed(self) -> bool:
        """Say whether the person changed anything since the form was shown."""
        return self.values() != self._before

    def accept(self) -> None:
        for field in self.fields.values():
            misread = field.editor.settle() if isinstance(field.editor, Settled) else ""
            field.refuse(misread)
            if misread:
                return
        self._refusal.hide()
        try:
            self.take()
        except RefusedError as refusal:
            self._refuse(refusal)
        except NotSavedError as error:
            Notices.of(self).not_saved(error, self.all_texts, self.accept, self._leave)
        else:
            self._leave(QDialog.DialogCode.Accepted)

    def reject(self) -> None:
        if not self.is_changed():
            self._leave()
            return
        ask_to_discard(self, self._leave)

    def all_texts(self) -> str:
        """Return everything that is written in the form, as for the clipboard."""
        return "\n\n".join(filter(None, map(typed_in, self.inputs.values())))

    def done(self, result: int) -> None:
        """Close the form; its draft is not needed any more."""
        with suppress(NotSavedError):  # it is offered once more, no worse than that
            self._keeper.forget()
        super().done(result)

    def _leave(self, result: QDialog.DialogCode = QDialog.DialogCode.Rejected) -> None:
        self.done(result.value)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._shown:
            self._shown = True
            self._before = self.values()
            self._fit()
            # With the form on the screen, so that its window can make room for an offer.
            QTimer.singleShot(0, self, lambda: self._keeper.begin(self.about or self.windowTitle()))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keeper.look_last()
        super().hideEvent(event)

    def _fit(self) -> None:
        """Take the room that the fields want, within the window behind."""
        for each in self.findChildren(QWidget):
            each.ensurePolished()  # the style sheet decides how high a field is
        width = max(480, int(theme().points() * 44))
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = min(width, room.width() - 40)
        wanted = max(
            self._inside.minimumSizeHint().height(),
            self._inside.sizeHint().height(),
            self._inside.heightForWidth(width),
        )
        rest = self.sizeHint().height() - self._scroll.sizeHint().height()
        height = max(self.height() if self.isVisible() else 0, wanted + rest + 4)
        self.resize(width, min(height, room.height() - 24))

    def _refuse(self, refusal: RefusedError) -> None:
        field = self.fields.get(refusal.field)
        if field is None:
            self._refusal.setText(str(refusal))
            self._refusal.show()
            return
        field.refuse(str(refusal))
        self._fit()
        self._scroll.ensureWidgetVisible(field)
