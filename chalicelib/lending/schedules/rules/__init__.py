"""Schedules: days and their fractions of a year, instalments, and what is paid out of sales."""
