"""What a shopper sees: what she looks for, with ads in their slots."""
