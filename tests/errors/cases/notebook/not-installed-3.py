# rule: notebook_imports.not_installed
# source: constructed
# says: There is no file utils\.py in the notebook's folder\.
# %% fails
from utils import *
