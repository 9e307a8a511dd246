# rule: notebook_magics.no_such_magic
# source: constructed
# says: Begin\s+a\s+new\s+cell
# says: %%writefile a\.py
# %% before
pass
# %% fails
n = 3
%writefile a.py
print(1)
