# rule: python_shapes.cannot_be_changed
# source: constructed
# says: word = word\[:0\] \+ 'X' \+ word\[0\+1:\]
# %% before
words = ['abc', 'def']
# %% fails
for word in words:
    word[0] = 'X'
# %% mended
for word in words:
    word = word[:0] + 'X' + word[0+1:]
