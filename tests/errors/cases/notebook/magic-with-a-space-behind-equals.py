# rule: notebook_magics.no_such_magic
# source: constructed
# says: files = %ls
# %% fails
files = % ls
# %% mended
files = %ls
