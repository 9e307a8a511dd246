"""Training faster, with the same result."""
