# rule: notebook_undefined.misspelt
# source: constructed
# says: print\(total_loss\)
# says: totl_loss
# %% before
total_loss = 3
# %% fails
print(totl_loss)
# %% mended
print(total_loss)
