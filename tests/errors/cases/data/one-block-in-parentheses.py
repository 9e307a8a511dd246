# rule: data.number_of_getters
# source: constructed after forums.fast.ai threads on "get_y contains 1 functions, but must contain 0"
# says: blocks=\(ImageBlock, CategoryBlock\)
# %% before
from fastai.vision.all import *
# %% fails
dblock = DataBlock(blocks=(ImageBlock), get_items=get_image_files, get_y=parent_label)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
