"""People: how they sign in, their profiles and addresses."""
