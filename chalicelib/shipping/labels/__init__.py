"""Labels of parcels, 100 × 150 mm, for office printers (PDF) and label printers (ZPL)."""
