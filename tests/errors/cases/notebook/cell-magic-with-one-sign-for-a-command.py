# rule: notebook_magics.no_such_magic
# source: constructed
# says: !pwd
# %% before
pass
# %% fails
%bash pwd
# %% mended
!pwd
