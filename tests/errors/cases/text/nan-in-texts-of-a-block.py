# rule: cleaning_texts.texts_not_tokenized
# source: constructed
# says: NaN
# says: tweets\['review'\].fillna
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
tweets = df
tweets.loc[[3, 7], 'review'] = None
dblock = DataBlock(blocks=TextBlock.from_df('review', is_lm=True), get_x=ColReader('text'), splitter=RandomSplitter(0.2))
# %% fails
dls = dblock.dataloaders(tweets, bs=4, seq_len=8)
# %% mended
tweets['review'] = tweets['review'].fillna('')
dls = dblock.dataloaders(tweets, bs=4, seq_len=8)
