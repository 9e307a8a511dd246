# rule: classifying_texts.no_encoder
# source: constructed
# says: imdb/models/enc\.pth
# says: learn\.path = Path\('imdb'\)\s+learn = learn\.load_encoder\('enc'\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
Path('imdb').mkdir()
dls_lm = TextDataLoaders.from_df(df, path='imdb', text_col='review', is_lm=True, bs=4, seq_len=8)
lm_learn = language_model_learner(dls_lm, AWD_LSTM, pretrained=False)
saved = lm_learn.save_encoder('enc')
vocab = dls_lm.vocab
del lm_learn, dls_lm
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', text_vocab=vocab, bs=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
# %% fails
learn = learn.load_encoder('enc')
# %% mended
learn.path = Path('imdb')
learn = learn.load_encoder('enc')
