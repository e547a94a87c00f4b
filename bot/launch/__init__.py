"""From a clone to a running assistant: environment, checks, model, processes."""
