"""Parcels that couriers were asked to carry: booked, called off, fetched; and returns."""
