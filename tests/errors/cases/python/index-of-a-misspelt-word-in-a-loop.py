# rule: python_values.of_nothing
# source: constructed
# says: 'tulpi' is not in names
# says: Correct .*'tulip'
# says: words = \['tulip', 'rose'\]
# %% before
names = ['rose', 'tulip', 'daisy']
words = ['tulpi', 'rose']
# %% fails
codes = [names.index(word) for word in words]
# %% mended
words = ['tulip', 'rose']
codes = [names.index(word) for word in words]
