# rule: path_text.looked_for_in_a_path
# source: constructed
# says: str\(x\)
# %% before
from fastai.vision.all import *
def is_cat(x): return 'cat' in x
# %% fails
is_cat(Path('images/cat_1.jpg'))
# %% mended
def is_cat(x): return 'cat' in str(x)
is_cat(Path('images/cat_1.jpg'))
