# rule: python_spelling.python_2
# source: constructed
# says: print\("hello"\)
# says: print
# %% fails
print "hello"
# %% mended
print("hello")
