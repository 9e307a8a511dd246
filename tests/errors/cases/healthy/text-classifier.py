# notice: none
# source: constructed
# %% before
from fastai.text.all import *
df = pd.DataFrame({'label': ['good', 'bad'] * 20, 'text': ['i loved this movie a lot', 'what a waste of time it was'] * 20})
# %% cell
dls = TextDataLoaders.from_df(df, text_col='text', label_col='label', valid_pct=0.2, bs=4, seq_len=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False, drop_mult=0.5, metrics=accuracy)
learn.fit(1, 1e-2)
learn.predict("I really liked that movie!")
