"""Qt item models over the store: no SQL, no widgets."""
