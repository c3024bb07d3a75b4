"""Price ladders: who takes more pays less for each piece."""
