# rule: vocab_of_texts.pair_for_words
# source: https://github.com/fastai/fastai/issues/2885
# says: is\s+a\s+pair
# says: tb = TextBlock\.from_df\('text', vocab=vocab\[0\]\)
# %% before
from fastai.text.all import *
df = pd.DataFrame({'text': ['this movie was really good', 'awful film do not watch it'] * 12, 'label': ['pos', 'neg'] * 12})
dls = TextDataLoaders.from_df(df, text_col='text', label_col='label', valid_pct=0.2, bs=4)
vocab = dls.vocab
# %% fails
tb = TextBlock.from_df('text', vocab=vocab)
# %% mended
tb = TextBlock.from_df('text', vocab=vocab[0])
