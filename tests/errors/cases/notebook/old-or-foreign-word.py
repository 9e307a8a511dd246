# rule: notebook_names.old_or_foreign_word
# source: constructed
# says: for i in range\(5\): pass
# %% fails
for i in xrange(5): pass
# %% mended
for i in range(5): pass
