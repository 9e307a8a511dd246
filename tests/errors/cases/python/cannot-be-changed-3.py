# rule: python_shapes.cannot_be_changed
# source: constructed
# says: word = word\[:1\] \+ 'u' \+ word\[1\+1:\]
# says: word
# %% fails
word = 'cat'
word[1] = 'u'
# %% mended
word = 'cat'
word = word[:1] + 'u' + word[1+1:]
