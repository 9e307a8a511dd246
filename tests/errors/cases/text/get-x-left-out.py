# rule: cleaning_texts.no_tokens
# source: constructed
# says: get_x
# says: ColReader\('text'\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dblock = DataBlock(blocks=(TextBlock.from_df('review'), CategoryBlock), get_y=ColReader('label'), splitter=RandomSplitter())
# %% fails
dls = dblock.dataloaders(df, bs=8)
# %% mended
dblock = DataBlock(blocks=(TextBlock.from_df('review'), CategoryBlock), get_x=ColReader('text'), get_y=ColReader('label'),
                   splitter=RandomSplitter())
dls = dblock.dataloaders(df, bs=8)
