# rule: notebook_magics.no_such_magic
# source: https://github.com/berkeley-dsep-infra/datahub/issues/446
# says: between % and precision
# %% fails
% precision 3
x = 1
# %% mended
%precision 3
x = 1
