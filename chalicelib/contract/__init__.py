"""The public contract: the API described for machines and for people."""
