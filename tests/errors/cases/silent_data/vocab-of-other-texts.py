# notice: unknown_words.hardly_a_word_known
# source: constructed
# says: is\s+of\s+other\s+texts
# %% before
from fastai.text.all import *
letters = pd.DataFrame({'text': ['the cat sat here', 'the dog ran home', 'a bird sang well'] * 10, 'kind': ['a', 'b', 'c'] * 10})
german = ['xxunk', 'xxpad', 'xxbos', 'xxeos', 'xxfld', 'xxrep', 'xxwrep', 'xxup', 'xxmaj', 'katze', 'hund', 'vogel', 'sang']
# %% cell
dls = TextDataLoaders.from_df(letters, text_col='text', label_col='kind', text_vocab=german, valid_pct=0.2, bs=4)
# %% mended
dls = TextDataLoaders.from_df(letters, text_col='text', label_col='kind', valid_pct=0.2, bs=4)
