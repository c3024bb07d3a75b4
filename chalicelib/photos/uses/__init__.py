"""Where photos are shown: what uses one keeps it from being deleted."""
