"""The API, asked everything that its own description allows and much that it forbids.

schemathesis makes the requests from the OpenAPI document; what is ours is how to sign in, what a real
phone number or region is, and two checks that know our refusals.
"""
