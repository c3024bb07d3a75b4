"""Push notifications: phones that a person wants to be told on, while no app of hers is open."""
