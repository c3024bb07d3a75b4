"""A wallet's statement as a file that Excel opens."""
