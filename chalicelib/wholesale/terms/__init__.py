"""Wholesale terms of goods: minimums, cases, samples, lead time, origin."""
