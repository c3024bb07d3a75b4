"""Guanxi's story, played against a deployed stage as people would live it. `plot.STORY` is the story."""
