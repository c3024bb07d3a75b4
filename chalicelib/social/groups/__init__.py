"""Group buys: a lower price for so many buyers within a time, or nobody buys."""
