"""Links that carry a promotion, per channel and post."""
