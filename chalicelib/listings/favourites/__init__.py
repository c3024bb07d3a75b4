"""Favourites: goods that somebody keeps in mind."""
