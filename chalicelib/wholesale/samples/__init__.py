"""Sample orders: one piece at the sample's price, so many for each buyer."""
