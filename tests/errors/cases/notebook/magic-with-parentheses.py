# rule: notebook_magics.no_such_magic
# source: constructed
# says: command
# says: %timeit|%who
# %% fails
%who(str)
# %% mended
%who str
