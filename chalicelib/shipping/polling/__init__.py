"""Couriers that don't tell by themselves are asked."""
