"""Rasa custom actions: thin, one module a topic; the law lives in ``bot.rulebook``."""
