# notice: tables.text_column
# source: constructed
# says: text_col='review'
# says: label
# %% before
from fastai.text.all import *
df = pd.DataFrame({'label': ['good', 'bad'] * 20, 'review': ['i loved this movie a lot', 'what a waste of time it was'] * 20})
# %% cell
dls = TextDataLoaders.from_df(df, label_col='label', bs=4)
# %% mended
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=4)
