"""What developers and CI do to the project, beside running it."""
