"""The recovery key: shown to be printed or written down, and confirmed once."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rebound_desktop.core import recovery_key
from rebound_desktop.store.errors import StoreError
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import Field
from rebound_desktop.ui.widgets.selectable_label import SelectableLabel
from rebound_desktop.ui.widgets.text import PlainLabel

#: How many groups of the key stand on a line.
_IN_A_LINE = 7


class RecoveryKeyStep(QWidget):
    """Shows a key in groups, with ways to keep it, and asks for its last group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "This recovery key opens your records if you forget the passphrase. Print it "
                    "or write it down, and keep it away from this computer."
                ),
                "second",
                wrap=True,
            )
        )
        card = Card(kind="raised")
        self.key = SelectableLabel("", "")
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.1)
        self.key.setFont(font)
        card.column.addWidget(self.key)
        column.addWidget(card)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button(self.tr("Print…"), self._print))
        row.addWidget(button(self.tr("Copy"), self._copy, name=self.tr("Copy the recovery key")))
        row.addWidget(button(self.tr("Save as…"), self._save_as))
        row.addStretch(1)
        column.addLayout(row)
        self.said = PlainLabel("", "small", wrap=True)
        column.addWidget(self.said)
        self.typed = QLineEdit()
        self.typed.setMaximumWidth(260)
        self.field = Field(self.tr("Type its last group, to show that you have it"), self.typed)
        column.addWidget(self.field)
        column.addStretch(1)

    def show_key(self, key: bytes, *, needed: bool) -> None:
        """Show a key of 32 bytes; ``needed`` says that it has to be confirmed."""
        self._written = recovery_key.write(key)
        groups = self._written.split("-")
        lines = [
            "  ".join(groups[at : at + _IN_A_LINE]) for at in range(0, len(groups), _IN_A_LINE)
        ]
        self.key.setText("\n".join(lines))
        self.key.setAccessibleName(self.tr("Recovery key: {key}").format(key=self._written))
        self.field.label.setText(
            self.tr("Type its last group, to show that you have it")
            if needed
            else self.tr("To check what you wrote down, type its last group")
        )
        self.typed.setFocus()

    def is_untouched(self) -> bool:
        """Say whether nothing was typed."""
        return not self.typed.text().strip()

    def confirm(self) -> bool:
        """Say whether the last group was typed, and tell where it was not."""
        if recovery_key.is_last_group(self.typed.text(), self._written):
            return True
        self.field.refuse(self.tr("That is not its last group. It stands at the end."))
        return False

    def _text(self) -> str:
        return self.tr("Rebound: recovery key") + f"\n\n{self._written}"

    def _print(self) -> None:
        from rebound_desktop.ui import printing

        title = self.tr("Rebound: recovery key")
        about = self.tr("It opens the encrypted records without the passphrase. Keep it safe.")
        lines = self.key.text().replace("\n", "<br>")
        html = (
            f'<p class="title">{escape(title)}</p><p class="when">{escape(about)}</p>'
            f'<p style="font-family: monospace">{lines}</p>'
        )
        printing.print_sheet(html, self)

    def _copy(self) -> None:
        from rebound_desktop.desktop import clipboard

        clipboard.copy(self._written)
        self.said.setText(
            self.tr(
                "Copied. Paste it somewhere that is not on this computer, then copy something else."
            )
        )

    def _save_as(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Save as"), folder, self.tr("Text (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("rebound-recovery-key.txt")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, chosen: str) -> None:
        """Write the key to a text file."""
        from rebound_desktop.exchange.text_saving import save_text

        try:
            save_text(Path(chosen), self._text())
        except StoreError as error:
            self.said.setText(str(error))
        else:
            self.said.setText(
                self.tr("Saved as {file}. Take the file to another place, such as a stick.").format(
                    file=Path(chosen).name
                )
            )
