# rule: fastai1_arguments.unknown_keyword
# source: constructed
# says: seq_len
# %% before
from fastai.text.all import *
df = pd.DataFrame({'text': ['some news text here now'] * 40})
dls = TextDataLoaders.from_df(df, text_col='text', is_lm=True, bs=4, seq_len=8)
# %% fails
learn = language_model_learner(dls, AWD_LSTM, pretrained=False, bptt=70)
# %% mended
learn = language_model_learner(dls, AWD_LSTM, pretrained=False)
