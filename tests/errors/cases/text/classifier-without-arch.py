# rule: learners_given.arch_missing
# source: constructed
# says: AWD_LSTM
# %% before
from fastai.text.all import *
notes = pd.DataFrame({'words': ['a good film', 'a bad film'] * 20, 'label': ['pos', 'neg'] * 20})
words = TextDataLoaders.from_df(notes, text_col='words', label_col='label', bs=8, num_workers=0)
# %% fails
t = text_classifier_learner(words, drop_mult=0.5, pretrained=False)
# %% mended
t = text_classifier_learner(words, AWD_LSTM, drop_mult=0.5, pretrained=False)
