# notice: none
# source: fastbook, chapter 10
# %% before
from fastai.text.all import *
df = pd.DataFrame({'label': ['good', 'bad'] * 20, 'text': ['i loved this movie a lot', 'what a waste of time it was'] * 20})
# %% cell
dls_lm = TextDataLoaders.from_df(df, text_col='text', is_lm=True, valid_pct=0.1, bs=4, seq_len=8)
learn = language_model_learner(dls_lm, AWD_LSTM, drop_mult=0.3, pretrained=False, metrics=[accuracy, Perplexity()])
learn.fit_one_cycle(1, 1e-2)
learn.save_encoder('finetuned')
dls_clas = TextDataLoaders.from_df(df, text_col='text', label_col='label', text_vocab=dls_lm.vocab, bs=4)
learn = text_classifier_learner(dls_clas, AWD_LSTM, pretrained=False, drop_mult=0.5, metrics=accuracy)
learn = learn.load_encoder('finetuned')
learn.fit_one_cycle(1, 2e-2)
learn.freeze_to(-2)
learn.fit_one_cycle(1, slice(1e-2/(2.6**4), 1e-2))
