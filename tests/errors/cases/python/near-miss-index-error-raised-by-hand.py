# rule: none
# source: constructed
# %% before
def third(items): raise IndexError('there is no third one')
# %% fails
third([1, 2])
