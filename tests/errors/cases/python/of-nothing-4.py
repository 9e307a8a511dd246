# rule: python_values.of_nothing
# source: constructed
# says: if 'c' in names: names\.remove\('c'\)
# says: names\.
# %% fails
names = ['a', 'b']
names.remove('c')
# %% mended
names = ['a', 'b']
if 'c' in names: names.remove('c')
