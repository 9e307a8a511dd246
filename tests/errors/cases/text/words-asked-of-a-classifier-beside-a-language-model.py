# rule: classifying_texts.words_for_classifier
# source: https://github.com/fastai/fastbook/blob/master/10_nlp.ipynb
# says: classifier
# says: out = lm\.predict\('I liked', n_words=5, temperature=0\.75\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls_lm = TextDataLoaders.from_df(df, text_col='review', is_lm=True, bs=4, seq_len=8)
lm = language_model_learner(dls_lm, AWD_LSTM, pretrained=False)
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
# %% fails
out = learn.predict('I liked', n_words=5, temperature=0.75)
# %% mended
out = lm.predict('I liked', n_words=5, temperature=0.75)
