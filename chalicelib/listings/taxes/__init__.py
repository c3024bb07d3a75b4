"""Tax on goods: in their prices, or added to them."""
