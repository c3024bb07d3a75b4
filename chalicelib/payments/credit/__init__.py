"""The books of lending: pools, what borrowers owe, and what lenders may claim of it."""
