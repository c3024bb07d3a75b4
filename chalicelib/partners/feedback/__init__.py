"""What merchant and partner say of each other after the work."""
