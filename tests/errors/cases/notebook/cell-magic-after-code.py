# rule: notebook_magics.no_such_magic
# source: constructed
# says: line 2
# says: first line
# %% fails
xs = list(range(1000))
%%time
total = sum(xs)
# %% mended
%%time
xs = list(range(1000))
total = sum(xs)
