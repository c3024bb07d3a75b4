"""How much room a person has for her files: what is used, promised to uploads on their way, and left."""
