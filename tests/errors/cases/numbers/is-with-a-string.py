# notice: python.is_with_value
# source: constructed
# says: ==
# %% before
label = 'cat'
# %% cell
if label is 'cat': print('a cat')
# %% mended
if label == 'cat': print('a cat')
