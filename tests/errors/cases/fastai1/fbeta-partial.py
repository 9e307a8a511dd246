# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/course-v3
# says: fbeta
# says: FBetaMulti\(beta=2, thresh=0\.2, average='samples'\)
# %% before
from fastai.vision.all import *
# %% fails
f_score = partial(fbeta, thresh=0.2)
# %% mended
f_score = FBetaMulti(beta=2, thresh=0.2, average='samples')
