# rule: classifying_texts.classifier_without_labels
# source: constructed
# says: language model
# says: label_col
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls_lm = TextDataLoaders.from_df(df, text_col='review', is_lm=True, bs=4, seq_len=8)
# %% fails
learn = text_classifier_learner(dls_lm, AWD_LSTM, pretrained=False, metrics=accuracy)
# %% mended
dls_clas = TextDataLoaders.from_df(df, text_col='review', label_col='label', text_vocab=dls_lm.vocab)
learn = text_classifier_learner(dls_clas, AWD_LSTM, pretrained=False, metrics=accuracy)
