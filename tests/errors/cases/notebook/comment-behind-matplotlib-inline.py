# rule: notebook_extensions.comment_behind_a_magic
# source: constructed
# says: line\s+of\s+its\s+own
# %% before
import matplotlib
# %% fails
%matplotlib inline # show plots in the notebook
