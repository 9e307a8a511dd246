# rule: fastai1_languages.weights_by_address
# source: constructed
# says: text_classifier_learner\(dls, AWD_LSTM, drop_mult=0\.5\)
# %% before
from fastai.text.all import *
texts = pd.DataFrame({'text': ['the film was really very good and i liked it a lot'] * 60, 'label': [0, 1] * 30})
dls = TextDataLoaders.from_df(texts, text_col='text', label_col='label', bs=4, seq_len=8)
def make(d): return text_classifier_learner(d, URLs.WT103, bptt=70, drop_mult=0.5)
# %% fails
learn = text_classifier_learner(dls, URLs.WT103, bptt=70, drop_mult=0.5)
# %% mended
learn = text_classifier_learner(dls, AWD_LSTM, drop_mult=0.5, pretrained=False)
