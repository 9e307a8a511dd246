# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/course-v3
# says: accuracy_thresh
# says: partial\(accuracy_multi, thresh=0\.2\)
# %% before
from fastai.vision.all import *
# %% fails
acc_02 = partial(accuracy_thresh, thresh=0.2)
# %% mended
acc_02 = partial(accuracy_multi, thresh=0.2)
