"""A sale's money: held for the buyer, then divided among all who have a part in it."""
