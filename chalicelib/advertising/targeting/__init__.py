"""For whom and for which words an ad is meant."""
