"""Wholesale: suppliers and their terms, requests for quotation, samples, and selling on what one bought."""
