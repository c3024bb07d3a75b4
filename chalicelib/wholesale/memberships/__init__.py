"""A supplier's yearly plan: how many open requests it may answer in a month."""
