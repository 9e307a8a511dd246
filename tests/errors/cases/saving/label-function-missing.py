# rule: exports.name_not_defined_here
# source: https://github.com/fastai/fastai/issues/3732
# says: function is_cat
# says: def is_cat
# %% before
from fastai.vision.all import *
def is_cat(x): return x[0].isupper()
torch.save({'get_y': is_cat}, 'model.pkl')
del is_cat
# %% fails
learn = load_learner('model.pkl')
# %% mended
def is_cat(x): return x[0].isupper()
torch.load('model.pkl', weights_only=False)
