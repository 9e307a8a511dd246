# rule: python_values.of_nothing
# source: constructed
# says: \(names.index\(word\) if word in names else None\)
# %% before
names, word = ['oak', 'elm'], 'willow'
# %% fails
if names.index(word) is not None: print('found')
# %% mended
if (names.index(word) if word in names else None) is not None: print('found')
