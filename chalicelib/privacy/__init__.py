"""What is held on a person: handed out to her as an archive, and forgotten when she leaves."""
