"""The words a Decision is written in, each with a plain-English gloss."""
