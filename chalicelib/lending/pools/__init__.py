"""Lenders: what they have put in, how much of it may be lent, and the switch that ends lending."""
