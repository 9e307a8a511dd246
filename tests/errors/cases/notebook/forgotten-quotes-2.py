# rule: notebook_names.forgotten_quotes
# source: constructed
# says: d\['lr'\]
# %% before
d = {'lr': 1}
# %% fails
d[lr]
# %% mended
d['lr']
