"""How couriers are asked: one protocol, and who speaks it for each."""
