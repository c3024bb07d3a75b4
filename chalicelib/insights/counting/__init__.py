"""From batches of what was seen to figures."""
