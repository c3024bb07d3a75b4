"""The couriers that Guanxi knows: what they offer, where they go, and what they ask for it."""
