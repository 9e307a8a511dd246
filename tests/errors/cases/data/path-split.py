# rule: path_text.path_for_a_string
# source: constructed
# says: x\.name\.split\('_'\)
# %% before
from fastai.vision.all import *
def label(x): return x.split('_')[0]
# %% fails
label(Path('images/cat_1.jpg'))
# %% mended
def label(x): return x.name.split('_')[0]
label(Path('images/cat_1.jpg'))
