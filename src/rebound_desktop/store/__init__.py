"""The store: SQLite through peewee. Nothing outside this package imports peewee."""
