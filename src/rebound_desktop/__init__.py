"""Rebound: a desktop program for one person who looks for a job and was just turned down."""

__version__ = "0.1.0"
APPLICATION_ID = "io.github.rebound_desktop.Rebound"
