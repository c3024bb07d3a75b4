"""Days: fractions of a year, months, and on which day money can move."""
