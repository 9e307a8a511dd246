# rule: notebook_extensions.comment_behind_a_magic
# source: constructed
# says: %load_ext autoreload
# %% before
import os
# %% fails
%load_ext autoreload # reload modules
# %% mended
# reload modules
%load_ext autoreload
