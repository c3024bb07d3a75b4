"""Share cards: a picture of goods with their price and a QR code."""
