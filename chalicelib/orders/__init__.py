"""Orders: the cart, the checkout, and what happens to an order until its merchant is paid."""
