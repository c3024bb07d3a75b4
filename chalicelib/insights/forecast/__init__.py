"""What traffic may come, and what to make ready for it."""
