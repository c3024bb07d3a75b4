"""Keyword ads: campaigns, the auction, the billing of clicks, and what came of them."""
