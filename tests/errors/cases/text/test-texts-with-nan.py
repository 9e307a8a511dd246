# rule: cleaning_texts.no_tokens
# source: constructed
# says: NaN
# says: fillna\(''\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
test = pd.DataFrame({'review': ['good film', None, 'bad film']})
# %% fails
dl = learn.dls.test_dl(list(test.review))
# %% mended
dl = learn.dls.test_dl(list(test.review.fillna('')))
