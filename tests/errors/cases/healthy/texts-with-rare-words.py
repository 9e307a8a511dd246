# notice: none
# source: constructed
# %% before
from fastai.text.all import *
rng = np.random.default_rng(0)
rare = [f'thing{n}' for n in range(120)]
texts = pd.DataFrame({'text': [f'it was a good day with {one} and {two}' for one, two in zip(rare[::2], rare[1::2])], 'label': ['a', 'b'] * 30})
lm = TextDataLoaders.from_df(texts, text_col='text', is_lm=True, valid_pct=0.2, bs=4, seq_len=4)
# %% cell
dls = TextDataLoaders.from_df(texts, text_col='text', label_col='label', text_vocab=lm.vocab, valid_pct=0.2, bs=4)
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False, metrics=accuracy)
