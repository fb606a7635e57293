"""Dialogs that more than one page opens, or the window itself."""
