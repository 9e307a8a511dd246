# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/fastai/issues/1662
# says: tfms_from_model
# says: fastai 0\.7
# %% before
from fastai.vision.all import *
# %% fails
tfms = tfms_from_model(resnet34, 224)
# %% mended
tfms = aug_transforms()
