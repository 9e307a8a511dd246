# rule: notebook_magics.no_such_magic
# source: constructed
# says: %load_ext autoreload
# %% fails
%autoreload 2
# %% mended
%load_ext autoreload
%autoreload 0
