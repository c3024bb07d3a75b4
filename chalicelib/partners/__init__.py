"""People whom merchants hire: profiles, briefs, contracts by milestones, access, reviews."""
