"""Selling on what one bought: draft goods of one's own store, in one step."""
