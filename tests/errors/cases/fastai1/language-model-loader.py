# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/fastai/issues/849
# says: is_lm=True
# %% before
from fastai.text.all import *
trn_lm = [np.arange(50), np.arange(30)]
# %% fails
trn_dl = LanguageModelLoader(np.concatenate(trn_lm), 4, 10)
