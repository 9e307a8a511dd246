# rule: fastai1_languages.weights_by_address
# source: https://github.com/fastai/fastai/issues/1391
# says: pretrained_model=URLs\.WT103_1 is of fastai 1
# says: language_model_learner\(dls, AWD_LSTM, drop_mult=0\.3\)
# %% before
from fastai.text.all import *
texts = pd.DataFrame({'text': ['the film was really very good and i liked it a lot'] * 60, 'label': [0, 1] * 30})
dls = TextDataLoaders.from_df(texts, text_col='text', is_lm=True, bs=4, seq_len=8)
# %% fails
learn = language_model_learner(dls, pretrained_model=URLs.WT103_1, drop_mult=0.3)
# %% mended
learn = language_model_learner(dls, AWD_LSTM, drop_mult=0.3, pretrained=False)
