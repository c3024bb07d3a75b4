"""The mobile pages that a shared link opens, rendered on the server and needing no JavaScript."""
