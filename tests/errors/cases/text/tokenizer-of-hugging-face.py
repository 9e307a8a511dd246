# rule: cleaning_texts.tokenizer_of_others
# source: https://docs.fast.ai/tutorial.transformers.html
# says: tok_tfm
# says: Tokens
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
class BertTokenizer:
    __module__ = 'transformers.models.bert'
    def tokenize(self, text): return text.split()
    def __call__(self, items):
        if not isinstance(items, (str, list)): raise ValueError('text input must be of type `str` or `list`')
tokz = BertTokenizer()
# %% fails
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', tok_tfm=tokz, bs=8)
# %% mended
class Tokens:
    def __init__(self, tok): self.tok = tok
    def __call__(self, items): return (self.tok.tokenize(o) for o in items)
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', tok_tfm=Tokens(tokz), bs=8)
