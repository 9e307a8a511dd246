# rule: notebook.magic_without_percent
# source: constructed
# says: %matplotlib inline
# says: matplotlib
# %% fails
import os
matplotlib inline
