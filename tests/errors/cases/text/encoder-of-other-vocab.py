# rule: classifying_texts.encoder_of_other_vocab
# source: https://github.com/NirantK/hindi2vec/issues/10
# says: vocabulary
# says: text_vocab=dls_lm.vocab
# %% before
from fastai.text.all import *
import warnings; warnings.filterwarnings('ignore')
df = pd.DataFrame({'label': ['good', 'bad'] * 20,
                   'review': ['i loved this movie a lot, it was fun', 'what a waste of time it was, bad'] * 20})
dls_lm = TextDataLoaders.from_df(df, text_col='review', is_lm=True, bs=4, seq_len=8)
language_model_learner(dls_lm, AWD_LSTM, pretrained=False).save_encoder('finetuned')
df2 = pd.DataFrame({'label': ['good', 'bad'] * 20, 'review': ['some entirely other words that are here now and follow others'] * 40})
dls = TextDataLoaders.from_df(df2, text_col='review', label_col='label', bs=8)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
# %% fails
learn.load_encoder('finetuned')
# %% mended
dls = TextDataLoaders.from_df(df2, text_col='review', label_col='label', bs=8, text_vocab=dls_lm.vocab)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False)
learn.load_encoder('finetuned')
