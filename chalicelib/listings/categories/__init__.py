"""The tree of categories, and what is told of the goods of each."""
