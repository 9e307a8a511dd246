# rule: python_values.of_nothing
# source: constructed
# says: places = \[\(names.index\(w\) if w in names else None\) for w in words\]
# %% before
names, words = ['oak', 'elm'], ['oak', 'willow']
# %% fails
places = [names.index(w) for w in words]
# %% mended
places = [(names.index(w) if w in names else None) for w in words]
