"""Payouts by schedule: what a merchant earns goes to her bank by itself."""
