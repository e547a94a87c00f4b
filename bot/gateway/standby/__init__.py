"""Answers without the brain: menus, commands and forms over the same rulebook.

The dialogue's planner, the law and the wording need no model. What is missing is the
understanding of free text, and people are told so.
"""
