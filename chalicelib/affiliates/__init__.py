"""The affiliate programme: promoters share links, and get a part of what is sold by them."""
