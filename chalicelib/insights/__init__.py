"""A merchant's figures: who came, over which channel, what became of it, and what to make ready for."""
