# rule: python_order.cannot_be_compared
# source: constructed
# says: len\(files\)
# %% before
files = ['a', 'b']
# %% fails
is_many = files > 3
# %% mended
is_many = len(files) > 3
