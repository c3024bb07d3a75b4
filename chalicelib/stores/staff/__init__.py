"""Store staff: who else works in a store, in which role, and what each role may do there."""
