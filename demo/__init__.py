"""The demo: Mei's store, her goods and their photos, all made by code."""
