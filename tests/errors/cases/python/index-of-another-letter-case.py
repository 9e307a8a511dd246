# rule: python_values.of_nothing
# source: constructed
# says: 'Rose'
# says: codes = \[names\.index\(n\) for n in \['tulip', 'rose'\]\]
# %% before
names = ['rose', 'tulip', 'daisy']
# %% fails
codes = [names.index(n) for n in ['tulip', 'Rose']]
# %% mended
codes = [names.index(n) for n in ['tulip', 'rose']]
