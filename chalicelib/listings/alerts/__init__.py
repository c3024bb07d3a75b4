"""Stock alerts: who works in a store hears when goods run low, are sold out, and are back."""
