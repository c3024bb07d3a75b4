"""What merchants need done, and what partners propose."""
