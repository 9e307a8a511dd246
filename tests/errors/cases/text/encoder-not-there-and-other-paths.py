# rule: classifying_texts.no_encoder
# source: constructed
# says: learn_lm\.save_encoder\('ft'\)\s+learn\.path = learn_lm\.path\s+learn\.load_encoder\('ft'\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls_lm = TextDataLoaders.from_df(df, path='lm', text_col='review', is_lm=True, bs=4, seq_len=8)
learn_lm = language_model_learner(dls_lm, AWD_LSTM, pretrained=False)
dls = TextDataLoaders.from_df(df, path='clas', text_col='review', label_col='label', text_vocab=dls_lm.vocab, bs=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
# %% fails
learn.load_encoder('ft')
# %% mended
saved = learn_lm.save_encoder('ft')
learn.path = learn_lm.path
learn.load_encoder('ft')
