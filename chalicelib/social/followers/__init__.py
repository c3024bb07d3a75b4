"""Who follows a store, and what it tells them."""
