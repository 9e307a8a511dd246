# rule: cleaning_texts.tokenizer_not_installed
# source: https://github.com/fastai/fastbook/blob/master/10_nlp.ipynb
# says: pip install sentencepiece
# %% before
from fastai.text.all import *
import sys; sys.modules['sentencepiece'] = None
# %% fails
tok = SubwordTokenizer(vocab_sz=100)
