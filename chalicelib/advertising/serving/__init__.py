"""Which ads a search shows."""
