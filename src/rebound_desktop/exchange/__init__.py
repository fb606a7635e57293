"""Formats of other programs and of this one, in and out."""
