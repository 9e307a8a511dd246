# rule: notebook_undefined.misspelt
# source: constructed
# says: There is no CategoryBlok; there is CategoryBlock
# %% before
from fastai.vision.all import *
# %% fails
blocks = (ImageBlock, CategoryBlok)
# %% mended
blocks = (ImageBlock, CategoryBlock)
