# rule: cleaning_texts.fewer_words_than_a_batch
# source: constructed
# says: batch size, 512
# says: bs=2
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
# %% fails
dls = TextDataLoaders.from_df(df, text_col='review', is_lm=True, bs=512, seq_len=72)
# %% mended
dls = TextDataLoaders.from_df(df, text_col='review', is_lm=True, bs=2, seq_len=72)
