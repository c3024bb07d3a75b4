"""Who gets which slot, and what a click there costs."""
