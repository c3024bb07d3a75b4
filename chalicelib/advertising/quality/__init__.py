"""How good an ad is for whoever sees it."""
