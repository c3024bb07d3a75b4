"""What came of the ads."""
