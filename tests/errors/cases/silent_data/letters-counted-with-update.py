# notice: words_or_letters.letters_for_words
# source: constructed
# %% before
from collections import Counter
texts = ["the cat sat", "the dog ran off"]
lengths = [len(t.split()) for t in texts]
# %% cell
counts = Counter()
for t in texts:
    counts.update(t)
# %% mended
counts = Counter()
for t in texts:
    counts.update(t.split())
