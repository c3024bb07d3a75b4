"""A store's desk: quick replies, its hours, and what is said by itself outside of them."""
