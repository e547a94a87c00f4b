"""The sentence encoder, tuned to what people ask here."""
