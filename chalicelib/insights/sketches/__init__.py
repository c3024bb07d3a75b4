"""How many different ones there were, in a little room."""
