"""Goods: what a store sells, in which variants, at what price, and how many are left."""
