# rule: notebook_magics.no_such_magic
# source: constructed
# says: command
# says: %matplotlib inline
# %% fails
%matplotlib=inline
