# notice: none
# source: constructed
# %% before
from fastai.text.all import *
df = pd.DataFrame({'review': ['i loved this movie a lot', 'what a waste of time it was'] * 20, 'label': ['good', 'bad'] * 20})
# %% cell
dls = TextDataLoaders.from_df(df, bs=4)
dls.vocab[1]
