# rule: python_values.beyond_the_end
# source: constructed
# says: x\[\-1\]
# %% fails
x = [1,2,3]
del x[7]
# %% mended
x = [1,2,3]
x[-1]
