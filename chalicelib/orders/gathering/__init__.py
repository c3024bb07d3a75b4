"""Orders that wait, paid, for enough others of their kind."""
