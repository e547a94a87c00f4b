"""The agency's extract: read line by line, staged, put in force in one transaction.

Every line that is not blank ends up accepted or rejected; a rejection says where and
why and never quotes a value. `docs/registry.md` describes the columns.
"""
