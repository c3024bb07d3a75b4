"""Money: the double-entry ledger, wallets, escrow, charges and withdrawals."""
