"""The payment PIN: six digits that paying from a wallet and withdrawing ask for, once they are set."""
