# notice: one_text.letters_for_tokens
# source: constructed
# says: letter\s+by\s+letter
# says: tokenize\(\[df\['text'\]\[0\]\]\)
# %% before
from fastai.text.all import *
from fastai.text.core import TokenizeWithRules
df = pd.DataFrame({'text': ['A fine film.', 'I left early.']})
tokenize = TokenizeWithRules(WordTokenizer())
# %% cell
print(list(tokenize(df['text'][0])))
# %% mended
print(list(tokenize([df['text'][0]])))
