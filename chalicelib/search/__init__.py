"""Search: an inverted index of what is on sale, and the queries over it. It knows no advertising."""
