# rule: fastai1_imports.name_not_in_module
# source: https://github.com/fastai/fastai/issues/3726
# says: load_learner
# says: from fastai\.learner import load_learner
# %% fails
from fastai import load_learner
# %% mended
from fastai.learner import load_learner
