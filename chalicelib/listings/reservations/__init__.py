"""Reservations: stock held for one person until a time, to be bought at a price that was agreed."""
