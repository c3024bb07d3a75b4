"""Which parcels an order's goods are in: an order may need several, and several orders may share one."""
