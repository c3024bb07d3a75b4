"""Bids that follow a target: what a campaign's sales shall be to its cost."""
