"""How often promotions with limits are used: counted in the transaction that uses them."""
