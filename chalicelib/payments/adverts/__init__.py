"""The money that somebody has set aside for her ads."""
