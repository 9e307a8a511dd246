# rule: classifying_texts.no_encoder
# source: constructed
# says: load_encoder\('finetuned'\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls_lm = TextDataLoaders.from_df(df, text_col='review', is_lm=True, bs=4, seq_len=8)
language_model_learner(dls_lm, AWD_LSTM, pretrained=False).save_encoder('finetuned')
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', text_vocab=dls_lm.vocab, bs=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
# %% fails
learn.load_encoder('fine_tuned')
# %% mended
learn.load_encoder('finetuned')
