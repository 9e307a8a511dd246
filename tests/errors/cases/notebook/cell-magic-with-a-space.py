# rule: notebook_magics.no_such_magic
# source: constructed
# says: between %% and time
# %% fails
%% time
total = sum(range(10))
# %% mended
%%time
total = sum(range(10))
