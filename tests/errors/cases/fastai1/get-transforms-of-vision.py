# rule: fastai1_imports.missing_in_module
# source: https://github.com/fastai/fastai/issues/3722
# says: fastai 1
# says: get_transforms
# says: aug_transforms\(max_warp=0\)
# says: from fastai\.vision\.all import \*
# %% fails
from fastai import vision

tfms = vision.get_transforms(max_warp=None)
# %% mended
from fastai.vision.all import *
tfms = aug_transforms(max_warp=0)
