"""What a courier's service costs for a parcel, item by item."""
