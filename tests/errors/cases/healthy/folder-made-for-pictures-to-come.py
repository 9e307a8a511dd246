# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
# %% cell
dest = Path('to_come'); dest.mkdir(exist_ok=True)
fns = get_image_files(dest)
