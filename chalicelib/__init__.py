"""Guanxi: a cloud for micro-merchants."""
