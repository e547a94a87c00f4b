"""The law in rules: one module for a scheme, or for one part of it."""
