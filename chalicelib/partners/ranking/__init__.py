"""Who comes first among partners."""
