# rule: notebook_names.used_too_early
# source: constructed
# says: y = 5
# %% fails
print(y)
y = 5
# %% mended
y = 5
y = 5
