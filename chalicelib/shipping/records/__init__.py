"""What couriers have really done, lane by lane, counted from tracking events alone."""
