"""What each use case costs in DynamoDB, and whether that stays the same as data grows.

`rows.ROWS` are the use cases that are measured.
"""
