"""The reflection wizard, a module a page."""
