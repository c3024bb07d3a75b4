"""What couriers tell of parcels on their way."""
