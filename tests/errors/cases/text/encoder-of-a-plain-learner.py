# rule: classifying_texts.encoder_of_plain_learner
# source: constructed
# says: text_classifier_learner
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls = TextDataLoaders.from_df(df, text_col='review', label_col='label', bs=8)
learn = Learner(dls, get_text_classifier(AWD_LSTM, len(dls.vocab[0]), 2), loss_func=CrossEntropyLossFlat())
# %% fails
learn.load_encoder('finetuned')
