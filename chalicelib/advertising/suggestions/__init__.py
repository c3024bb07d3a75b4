"""Which keywords a campaign lacks, and what to bid for them."""
