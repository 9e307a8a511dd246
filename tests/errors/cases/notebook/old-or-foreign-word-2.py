# rule: notebook_names.old_or_foreign_word
# source: constructed
# says: x = True
# %% fails
x = true
# %% mended
x = True
