"""Notifications: what a person should know, in her language, told by the events of other domains."""
