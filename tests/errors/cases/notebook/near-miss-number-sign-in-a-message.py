# rule: not notebook_extensions.comment_behind_a_magic
# source: constructed
# %% before
import os
# %% fails
%time x = 1 # quick
raise Exception('row # quick')
