"""The records of people: registrations, contributions, claims. Demo data so far.

Nothing in a conversation reads it yet; `tanya registry seed` and `show` do.
"""
