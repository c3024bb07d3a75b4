"""Refunds: asked for, answered, disputed, ruled on; wholly or in part, with or without a return."""
