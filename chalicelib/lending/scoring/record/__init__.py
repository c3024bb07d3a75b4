"""A seller's record: what became of her orders, counted by month."""
