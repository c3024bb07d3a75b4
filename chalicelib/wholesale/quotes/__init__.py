"""Requests for quotation, and the haggling over quotations."""
