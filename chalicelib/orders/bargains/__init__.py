"""Bargains: what is agreed on besides the price, such as a deposit now and the balance before shipping."""
