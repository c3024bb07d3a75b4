"""Display ads: pictures in placements, paid by the thousand impressions."""
