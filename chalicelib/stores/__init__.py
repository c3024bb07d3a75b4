"""Stores (Xiaopu): opened free, customised, shared by link and QR code."""
