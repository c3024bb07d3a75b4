"""What a merchant opens of her store to a partner, for a time."""
