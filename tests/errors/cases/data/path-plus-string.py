# rule: path_text.added_to_a_path
# source: constructed
# says: path/'train'
# %% before
from fastai.vision.all import *
path = Path('data')
# %% fails
path + '/train'
# %% mended
path/'train'
