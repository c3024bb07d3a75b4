"""Reviews: what buyers say of goods that they really bought, and the figures that come of it."""
