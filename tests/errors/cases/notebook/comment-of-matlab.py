# rule: notebook_magics.no_such_magic
# source: constructed
# says: comment begins with #
# %% fails
% the learning rate
lr = 0.1
# %% mended
# the learning rate
lr = 0.1
