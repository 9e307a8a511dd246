# rule: not vocab_of_texts.pair_for_words
# source: constructed
# %% before
from fastai.text.all import *
# %% fails
tb = TextBlock.from_df('text', vocab=[['a'], ['b'], ['c']])
