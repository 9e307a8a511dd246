# rule: notebook_names.used_too_early
# source: constructed
# says: count = 0
# says: count
# %% fails
count = count + 1
# %% mended
count = 0
