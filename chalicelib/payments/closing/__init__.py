"""Closing the books of each day: balances recomputed from entries, trial balance, the gateway's report."""
