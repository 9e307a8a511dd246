# rule: classifying_texts.encoder_loaded_as_model
# source: https://github.com/fastai/fastai/issues/2246
# says: language model
# says: load_encoder\('lm_enc'\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls_lm = TextDataLoaders.from_df(df, text_col='review', is_lm=True, bs=4, seq_len=8)
learn_lm = language_model_learner(dls_lm, AWD_LSTM, pretrained=False)
learn_lm.save('lm')
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', text_vocab=dls_lm.vocab, bs=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
# %% fails
learn.load('lm')
# %% mended
learn_lm.load('lm')
learn_lm.save_encoder('lm_enc')
learn.load_encoder('lm_enc')
