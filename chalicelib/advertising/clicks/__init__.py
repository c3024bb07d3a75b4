"""From the click on an ad to its place in the books."""
