"""Lots: the fewest pieces that goods are sold by, and how many are in a case."""
