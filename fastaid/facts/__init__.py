"""Plain frozen facts and pure functions on them: no torch, no IPython, no HTML."""
