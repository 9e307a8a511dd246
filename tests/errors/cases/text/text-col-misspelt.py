# rule: cleaning_texts.no_text_column
# source: constructed
# says: text_col
# says: text_col='review'
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
# %% fails
dls = TextDataLoaders.from_df(df, text_col='reviews', label_col='label', bs=8)
# %% mended
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=8)
