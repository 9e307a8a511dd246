# rule: paths.no_such_file
# source: constructed
# says: expanduser
# %% before
from fastai.vision.all import *
# %% fails
Path('~/no_such_folder_here').ls()
# %% mended
Path('~').expanduser().ls()
