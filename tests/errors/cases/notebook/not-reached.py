# rule: notebook_names.not_reached
# source: constructed
# says: cell \[\d+\]
# says: batch
# %% before
ready = False
# %% before
if ready:
    batch = [1, 2, 3]
# %% fails
print(batch)
