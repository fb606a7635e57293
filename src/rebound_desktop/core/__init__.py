"""What the program knows about rejection, in plain Python: no Qt, no database, no files."""
