# rule: python_spelling.odd_characters
# source: constructed
# says: print\("hello"\)
# %% fails
print “hello”
# %% mended
print("hello")
