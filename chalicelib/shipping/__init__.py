"""Parcels: which courier carries an order, and under which number."""
