"""What comes back as a share of sales."""
