# rule: arguments_swapped.of_fastai
# source: constructed
# says: Swap
# says: language_model_learner\(dls_lm, AWD_LSTM
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls_lm = TextDataLoaders.from_df(df, text_col='review', is_lm=True, bs=4, seq_len=8)
# %% fails
learn = language_model_learner(AWD_LSTM, dls_lm, pretrained=False)
# %% mended
learn = language_model_learner(dls_lm, AWD_LSTM, pretrained=False)
