"""What is claimed of couriers for parcels that they lost, broke, or said nothing of."""
