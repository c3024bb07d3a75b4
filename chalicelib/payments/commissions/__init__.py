"""Promoters' commissions, taken back."""
