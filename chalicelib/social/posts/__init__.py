"""Posts on social channels, at once or scheduled."""
