# rule: vocab_of_texts.pair_for_words
# source: constructed
# says: text_vocab=dls\.vocab\[0\]
# %% before
from fastai.text.all import *
df = pd.DataFrame({'text': ['this movie was really good', 'awful film do not watch it'] * 12, 'label': ['pos', 'neg'] * 12})
dls = TextDataLoaders.from_df(df, text_col='text', label_col='label', valid_pct=0.2, bs=4)
# %% fails
dls2 = TextDataLoaders.from_df(df, text_col='text', label_col='label', valid_pct=0.3, bs=4, text_vocab=dls.vocab)
# %% mended
dls2 = TextDataLoaders.from_df(df, text_col='text', label_col='label', valid_pct=0.3, bs=4, text_vocab=dls.vocab[0])
