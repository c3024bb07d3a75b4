"""Web push: telling browsers, through the push service that each of them chose."""
