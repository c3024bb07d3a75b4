"""Offers: a price that buyer and store agree on, which a checkout honours."""
