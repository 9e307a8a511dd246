# rule: cleaning_texts.no_tokens
# source: https://github.com/fastai/fastbook/blob/master/10_nlp.ipynb
# says: vocabulary
# says: num.setup
# %% before
from fastai.text.all import *
toks = [L('xxbos', 'this', 'is', 'it')] * 4
num = Numericalize(min_freq=1)
# %% fails
num(toks[0])
# %% mended
num.setup(toks)
num(toks[0])
