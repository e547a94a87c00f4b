"""Who somebody is, and how little of that the rest of the product gets to see."""
