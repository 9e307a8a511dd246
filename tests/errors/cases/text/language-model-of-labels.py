# rule: classifying_texts.language_model_of_labels
# source: constructed
# says: language model
# says: is_lm=True
# says: learn = language_model_learner\(dls_lm, AWD_LSTM, pretrained=False, metrics=\[accuracy, Perplexity\(\)\]\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=8)
learn = language_model_learner(dls, AWD_LSTM, pretrained=False, metrics=[accuracy, Perplexity()])
# %% fails
learn.fit_one_cycle(1, 1e-2)
# %% mended
dls_lm = TextDataLoaders.from_df(df, text_col='review', bs=8, is_lm=True)
learn = language_model_learner(dls_lm, AWD_LSTM, pretrained=False, metrics=[accuracy, Perplexity()])
learn.fit_one_cycle(1, 1e-2)
