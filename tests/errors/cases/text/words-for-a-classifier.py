# rule: classifying_texts.words_for_classifier
# source: https://github.com/fastai/fastbook/blob/master/10_nlp.ipynb
# says: classifier
# says: n_words
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
# %% fails
learn.predict('I liked this movie because', n_words=40, temperature=0.75)
# %% mended
pred, idx, probs = learn.predict('I liked this movie because')
