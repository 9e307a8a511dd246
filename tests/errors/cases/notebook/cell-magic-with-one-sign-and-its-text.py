# rule: notebook_magics.no_such_magic
# source: constructed
# says: %%html
# says: <b>done</b>
# %% before
pass
# %% fails
%html <b>done</b>
# %% mended
%%html
<b>done</b>
