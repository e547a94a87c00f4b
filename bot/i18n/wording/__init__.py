"""A Decision, a question for a fact, a need, a written answer: as people read them."""
