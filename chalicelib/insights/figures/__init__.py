"""What a merchant reads."""
