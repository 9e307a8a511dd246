# rule: not commas_left_over.comma_at_the_end
# source: constructed
# %% fails
sizes = (3,)
total = sizes + 4
# %% mended
total = sizes[0] + 4 if "sizes" in globals() else 7
