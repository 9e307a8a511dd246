# rule: data.number_of_getters
# source: constructed
# says: get_x.*2 functions
# says: Pipeline
# %% before
from fastai.vision.all import *
# %% fails
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=[ColReader('image_id'), Path], get_y=ColReader('label'))
# %% mended
dblock = DataBlock(blocks=(ImageBlock, CategoryBlock), get_x=Pipeline([ColReader('image_id'), Path]), get_y=ColReader('label'))
