"""How what people do is heard of: beacons of apps and pages that are served, onto one queue."""
