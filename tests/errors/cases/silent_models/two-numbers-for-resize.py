# notice: slips.landed_elsewhere
# source: constructed
# says: 96 stands at place 2 of Resize, which is the parameter method: the size is 64×64
# says: Resize\(\(64, 96\)\)
# %% before
from fastai.vision.all import *
# %% cell
tfms = [Resize(64, 96)]
# %% mended
tfms = [Resize((64, 96))]
