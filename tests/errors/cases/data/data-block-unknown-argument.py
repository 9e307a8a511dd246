# rule: data.unknown_to_data_block
# source: constructed
# says: get_items=get_image_files
# %% before
from fastai.vision.all import *
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_item=get_image_files, get_y=parent_label)
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
