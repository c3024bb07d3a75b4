"""How sure one may be of a rate: the beta distribution."""
