"""The stock journal: what happened to a variant's stock, by whom and why."""
