"""What people pay the platform for a plan, out of their wallets, and get back of it."""
