"""Conversations: a buyer and a store talk, and agree on a price."""
