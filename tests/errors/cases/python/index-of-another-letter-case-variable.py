# rule: python_values.of_nothing
# source: constructed
# says: names\.index\(word\.lower\(\)\)
# %% before
names = ['rose', 'tulip', 'daisy']
words = ['tulip', 'Rose', 'DAISY']
# %% fails
codes = []
for word in words:
    codes.append(names.index(word))
# %% mended
codes = []
for word in words:
    codes.append(names.index(word.lower()))
