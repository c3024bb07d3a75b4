"""When a loan is paid back, and how much each time."""
