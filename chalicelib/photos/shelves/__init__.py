"""A person's own files: what there is, by folder; what they are called; and their end."""
