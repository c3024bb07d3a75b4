"""Which ads an order counts for."""
