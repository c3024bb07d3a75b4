"""Limits of a wallet: how much at once and how much a day may be topped up, paid and withdrawn."""
