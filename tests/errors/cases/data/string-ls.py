# rule: path_text.string_for_a_path
# source: constructed
# says: path = Path\('\.'\)
# %% before
from fastai.vision.all import *
# %% fails
path = '.'
path.ls()
# %% mended
path = Path('.')
path.ls()
