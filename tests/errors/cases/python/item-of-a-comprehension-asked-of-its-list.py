# rule: python_calling.number_or_text_called
# source: constructed
# says: \[n for n in names\]
# %% before
names = ['a', 'b']
# %% fails
out = [names(n) for n in names]
# %% mended
out = [n for n in names]
