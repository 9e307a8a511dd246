# rule: notebook_magics.no_such_magic
# source: constructed
# says: %timeit -n 1
# says: misspelt
# %% fails
%timeti -n 1 1 + 1
# %% mended
%timeit -n 1 1 + 1
