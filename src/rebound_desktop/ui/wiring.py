"""All that the parts of the window, its pages and the settings say to one another.

No part knows another one: each says by a signal what it wants or what became of something. Who
hears it is here. What the entries of the menus do is in ``menus.py``.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rebound_desktop.models.store_signals import StoreSignals
    from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog
    from rebound_desktop.ui.main_window import MainWindow
    from rebound_desktop.ui.pages.page import Page
    from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard


def wire_parts(window: "MainWindow", store: "StoreSignals") -> None:
    """Connect the parts of a window, once all of them are made, and what the store announces."""
    store.changed.connect(window.take_change)
    store.taken_away.connect(window.store_watch.show)
    store.put_back.connect(window.store_watch.tell_back)
    window.side_bar.page_asked.connect(window.show_page)
    window.side_bar.bad_news_asked.connect(window.open_wizard)
    window.side_bar.settings_asked.connect(window.open_settings)
    window.locking.changed.connect(window.take_lock)
    window.encrypting.said.connect(window.say)
    window.encrypting.changed.connect(window.show_last_backup)
    window.encrypting.changed.connect(window.reopen_page)
    window.safekeeping.said.connect(window.say)
    window.safekeeping.changed.connect(window.show_last_backup)
    window.at_hand.record_asked.connect(window.open_record)
    window.at_hand.copy_asked.connect(window.copy)
    window.at_hand.said.connect(window.say)
    window.at_hand.window_asked.connect(window.raise_up)
    window.at_hand.bad_news_asked.connect(window.open_wizard)
    window.at_hand.quit_asked.connect(window.close)
    window.at_hand.reminder_clicked.connect(window.show_due)
    window.reminders.show_asked.connect(window.show_due)
    window.day_watch.new_day.connect(window.begin_day)
    window.day_watch.looked.connect(window.store_watch.look)
    window.day_watch.looked.connect(window.reminders.look)
    window.letters.copy_asked.connect(window.copy)
    window.letters.said.connect(window.say)
    window.undoing.said.connect(window.say)
    window.failed.connect(window.upkeep.take_error)
    window.upkeep.said.connect(window.say)
    window.upkeep.changed.connect(window.show_last_backup)
    window.upkeep.covered.connect(window.encrypting.take_daily)
    window.upkeep.restored.connect(window.begin_anew)
    window.upkeep.restored.connect(window.locking.follow_settings)


def wire_page(window: "MainWindow", page: "Page") -> None:
    """Connect what a page asks for."""
    page.bad_news_asked.connect(window.open_wizard)
    page.reflect_asked.connect(window.open_wizard)
    page.record_asked.connect(window.show_record)
    page.new_asked.connect(window.begin_new)
    page.prepare_asked.connect(window.prepare)
    page.page_asked.connect(window.go_to)
    page.copy_asked.connect(window.copy)
    page.letter_asked.connect(window.letters.open_letter)
    page.palette_asked.connect(window.at_hand.open_palette)
    page.support_asked.connect(window.open_support)
    page.passphrase_asked.connect(window.encrypting.set_passphrase)
    page.said.connect(window.say)


def wire_wizard(window: "MainWindow", wizard: "ReflectionWizard") -> None:
    """Connect what the wizard asks for."""
    wizard.copy_asked.connect(window.copy)


def wire_settings(window: "MainWindow", dialog: "SettingsDialog") -> None:
    """Connect what the settings ask for, and what follows from a change of them."""
    dialog.changed.connect(window.reopen_page)
    dialog.changed.connect(window.at_hand.follow_settings)
    dialog.changed.connect(window.locking.follow_settings)
    dialog.backup_asked.connect(window.safekeeping.back_up)
    dialog.templates_asked.connect(window.letters.open_templates)
    dialog.passphrase_asked.connect(window.encrypting.begin)
    window.encrypting.changed.connect(dialog.show_privacy)
