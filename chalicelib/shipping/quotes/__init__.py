"""The services that can take a parcel somewhere, with their prices and their records, the best first."""
