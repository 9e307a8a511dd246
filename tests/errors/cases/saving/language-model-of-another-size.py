# rule: saving_awd_lstm.other_sizes
# source: https://github.com/fastai/fastai/issues/2209
# says: n_layers=3
# says: learn = language_model_learner\(dls, AWD_LSTM, config=config, pretrained=False\)
# %% before
from fastai.text.all import *
df = pd.DataFrame({'text': ['this movie was really good', 'awful film do not watch it'] * 12})
dls = TextDataLoaders.from_df(df, text_col='text', is_lm=True, valid_pct=0.2, bs=4, seq_len=8)
config = awd_lstm_lm_config.copy(); config.update({'emb_sz': 20, 'n_hid': 30, 'n_layers': 3})
learn = language_model_learner(dls, AWD_LSTM, config=config, pretrained=False)
learn.save('lm')
config['n_layers'] = 2
learn = language_model_learner(dls, AWD_LSTM, config=config, pretrained=False)
# %% fails
learn.load('lm')
# %% mended
config = awd_lstm_lm_config.copy()
config.update({'emb_sz': 20, 'n_hid': 30, 'n_layers': 3})
learn = language_model_learner(dls, AWD_LSTM, config=config, pretrained=False)
learn.load('lm')
