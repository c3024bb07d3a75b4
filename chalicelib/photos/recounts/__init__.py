"""Each night: what is counted, against what the bucket holds."""
