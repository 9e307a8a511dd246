# notice: one_text.letters_for_tokens
# source: constructed
# says: letter\s+by\s+letter
# says: BaseTokenizer\(\)\(\[review\]\)
# %% before
from fastai.text.all import *
# %% cell
def words(review):
    return list(BaseTokenizer()(review))[0]
words('What a lovely film this was')
# %% mended
def words(review):
    return list(BaseTokenizer()([review]))[0]
words('What a lovely film this was')
