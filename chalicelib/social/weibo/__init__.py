"""Weibo, and the store's account there."""
