"""A loan that was paid out: what comes up each day, what is paid, and what becomes of one that isn't."""
