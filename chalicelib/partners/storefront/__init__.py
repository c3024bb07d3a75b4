"""Using what was delivered in the storefront."""
