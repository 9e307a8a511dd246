# rule: cleaning_texts.no_tokens
# source: https://github.com/fastai/fastai/issues/2978
# says: reviews = reviews.dropna\(subset=\['text'\]\)
# says: NaN
# %% before
from fastai.text.all import *
reviews = pd.DataFrame({'text': ['a fine film that i liked', 'dull and far too long'] * 12, 'mark': [1, 0] * 12})
reviews.loc[[5, 6], 'text'] = None
# %% fails
dls = TextDataLoaders.from_df(reviews, valid_pct=0.25, seed=3, text_col='text', label_col='mark', bs=4)
# %% mended
reviews = reviews.dropna(subset=['text'])
dls = TextDataLoaders.from_df(reviews, valid_pct=0.25, seed=3, text_col='text', label_col='mark', bs=4)
