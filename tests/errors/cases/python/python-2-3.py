# rule: python_spelling.python_2
# source: constructed
# says: print\(x\)
# says: print
# %% fails
print x
