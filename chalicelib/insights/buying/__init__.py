"""Orders in the figures, and which buyers came back."""
