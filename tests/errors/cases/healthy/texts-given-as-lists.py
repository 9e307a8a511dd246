# notice: none
# source: fastbook, chapter 10
# %% before
from fastai.text.all import *
txt = 'This movie, which I just discovered at the video store, has apparently sat around.'
txts = L([txt, 'A fine film.'])
# %% cell
spacy = WordTokenizer()
toks = first(spacy([txt]))
tkn = Tokenizer(spacy)
both = tkn(txt), txts.map(tkn)
every = list(spacy(txts))
letters = list(BaseTokenizer()(toks))
count = len(txt)
num = Numericalize(min_freq=1)
num.setup([toks])
chars = Numericalize(min_freq=1)
chars.setup(L(list('hello'), list('you')))
