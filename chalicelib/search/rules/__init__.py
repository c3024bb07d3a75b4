"""The rules of search, all pure: words, documents, queries, ranking, facets, spelling, suggestions."""
