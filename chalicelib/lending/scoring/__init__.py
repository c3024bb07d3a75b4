"""What a seller may borrow, by her own record."""
