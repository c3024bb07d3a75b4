"""Photos: uploaded straight to S3, checked on their real bytes, then kept for good."""
