# rule: none
# source: constructed
# %% fails
%qwertyuiop 3
