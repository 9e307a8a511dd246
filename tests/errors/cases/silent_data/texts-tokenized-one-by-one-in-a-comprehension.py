# notice: one_text.letters_for_tokens
# source: constructed
# says: letter\s+by\s+letter
# says: tok\(\[t\]\)
# %% before
from fastai.text.all import *
reviews = ['A fine film.', 'I left early.']
tok = WordTokenizer()
# %% cell
toks = [first(tok(t)) for t in reviews]
# %% mended
toks = [first(tok([t])) for t in reviews]
