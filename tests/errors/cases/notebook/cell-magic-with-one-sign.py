# rule: notebook_magics.no_such_magic
# source: constructed
# says: %%writefile train.py
# says: first line
# %% before
pass
# %% fails
%writefile train.py
print('training')
# %% mended
%%writefile train.py
print('training')
