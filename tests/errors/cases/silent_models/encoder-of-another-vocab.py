# notice: models.encoder_of_another_vocab
# source: constructed
# says: text_vocab=dls_lm\.vocab
# %% before
from fastai.text.all import *
a = pd.DataFrame({'text': ['good film here now', 'bad film there then'] * 20, 'label': ['pos', 'neg'] * 20})
b = pd.DataFrame({'text': ['nice film here now', 'poor film there then'] * 20, 'label': ['pos', 'neg'] * 20})
dls_lm = TextDataLoaders.from_df(a, text_col='text', is_lm=True, bs=4, seq_len=8)
lm = language_model_learner(dls_lm, AWD_LSTM, pretrained=False)
lm.save_encoder('enc')
# %% cell
dls = TextDataLoaders.from_df(b, text_col='text', label_col='label', bs=4)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
learn = learn.load_encoder('enc')
# %% mended
dls = TextDataLoaders.from_df(b, text_col='text', label_col='label', bs=4, text_vocab=dls_lm.vocab)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
learn = learn.load_encoder('enc')
