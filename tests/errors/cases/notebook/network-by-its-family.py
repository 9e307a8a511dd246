# rule: inference_models.unknown_architecture
# source: constructed
# says: There is no network densnet121
# says: densenet121
# %% before
from fastai.vision.all import *
# %% fails
architecture = densnet121
# %% mended
architecture = densenet121
