"""What couriers are paid out of wallets, and what they pay for what they lost."""
