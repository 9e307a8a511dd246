# rule: learners_given.loaders_not_made
# source: constructed
# says: TextDataLoaders\.from_df\(notes, text_col='words', label_col='label'
# says: \(dls, AWD_LSTM
# %% before
from fastai.text.all import *
notes = pd.DataFrame({'words': ['a good film', 'a bad film'] * 20, 'label': ['pos', 'neg'] * 20})
# %% fails
t = text_classifier_learner(notes, AWD_LSTM)
# %% mended
dls = TextDataLoaders.from_df(notes, text_col='words', label_col='label', valid_pct=0.2, bs=8, num_workers=0)
t = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
