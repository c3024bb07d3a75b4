"""Who offers which work at which price, and what she has done."""
