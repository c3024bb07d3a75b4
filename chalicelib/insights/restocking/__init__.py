"""When to buy again what one sells on, and how many cases of it."""
