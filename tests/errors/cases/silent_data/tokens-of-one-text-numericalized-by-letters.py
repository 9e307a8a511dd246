# notice: one_text.letters_in_the_vocab
# source: fastbook, chapter 10
# says: single\s+letters
# says: num\.setup\(\[toks\]\)
# %% before
from fastai.text.all import *
tkn = Tokenizer(WordTokenizer())
toks = tkn('This movie was fine, and this movie was long.')
# %% cell
num = Numericalize(min_freq=1)
num.setup(toks)
# %% mended
num = Numericalize(min_freq=1)
num.setup([toks])
