"""How a budget lasts for the day."""
