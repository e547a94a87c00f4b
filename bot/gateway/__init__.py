"""The only part that faces the public: sessions, redaction, durable turns, web chat."""
