"""Working capital for sellers."""
