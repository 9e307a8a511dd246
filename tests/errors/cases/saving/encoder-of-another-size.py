# rule: saving_awd_lstm.other_sizes
# source: https://github.com/n-waves/multifit/issues/83
# says: n_hid=30
# says: config\.update\(\{'emb_sz': 20, 'n_hid': 30, 'n_layers': 2\}\)
# %% before
from fastai.text.all import *
df = pd.DataFrame({'text': ['this movie was really good', 'awful film do not watch it'] * 12, 'label': ['pos', 'neg'] * 12})
dls_lm = TextDataLoaders.from_df(df, text_col='text', is_lm=True, valid_pct=0.2, bs=4, seq_len=8)
config = awd_lstm_lm_config.copy(); config.update({'emb_sz': 20, 'n_hid': 30, 'n_layers': 2})
learn = language_model_learner(dls_lm, AWD_LSTM, config=config, pretrained=False)
learn.save_encoder('enc')
dls = TextDataLoaders.from_df(df, text_col='text', label_col='label', valid_pct=0.2, bs=4, text_vocab=dls_lm.vocab)
small = awd_lstm_clas_config.copy(); small.update({'emb_sz': 24, 'n_hid': 36, 'n_layers': 2})
learn_c = text_classifier_learner(dls, AWD_LSTM, config=small, pretrained=False)
# %% fails
learn_c.load_encoder('enc')
# %% mended
config = awd_lstm_clas_config.copy()
config.update({'emb_sz': 20, 'n_hid': 30, 'n_layers': 2})
learn_c = text_classifier_learner(dls, AWD_LSTM, config=config, pretrained=False)
learn_c.load_encoder('enc')
