"""Conversations live: devices that are connected, and what is told to them at once."""
