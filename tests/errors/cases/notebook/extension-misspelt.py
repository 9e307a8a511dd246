# rule: notebook_extensions.no_such_extension
# source: constructed
# says: Did\s+you\s+mean\s+'autoreload'
# %% before
import os
# %% fails
%load_ext autorelaod
# %% mended
%load_ext autoreload
