"""Short links as other domains make and draw them."""
