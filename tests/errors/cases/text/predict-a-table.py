# rule: classifying_texts.predict_no_text
# source: constructed
# says: one text
# says: test_dl\(test\['review'\]\)
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
test = df[:5]
# %% fails
learn.predict(test)
# %% mended
dl = learn.dls.test_dl(test['review'])
preds, _ = learn.get_preds(dl=dl)
