# notice: none
# source: constructed
# %% before
from collections import Counter
texts = ['a good film', 'a bad film']
docs = [t.split() for t in texts]
# %% cell
chars = sorted({c for t in texts for c in t})
words = {w for d in docs for w in d}
lens = Counter()
for d in docs: lens.update(d)
for t in texts:
    t = t.split()
    for w in t: lens[w] += 1
name = 'fastai'
letters = [w for w in name]
