"""Goods by the sheet: imported and exported as CSV or JSON Lines."""
