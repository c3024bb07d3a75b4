"""Work that was agreed: its milestones, and their money in escrow."""
