"""Telegram as a channel: updates into the inbox, replies out of the outbox."""
