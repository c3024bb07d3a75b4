"""What a merchant advertises, for which words, and for how much."""
