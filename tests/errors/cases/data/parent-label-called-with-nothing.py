# rule: data.called_without_argument
# source: constructed
# says: get_y=parent_label(?!\()
# %% before
from fastai.vision.all import *
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label())
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
