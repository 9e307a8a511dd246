# notice: words_or_letters.letters_for_words
# source: constructed
# says: for w in\s+t\.split\(\)
# %% before
texts = ['a good film', 'a bad film']
# %% cell
vocab = sorted({w for t in texts for w in t})
ids = [[vocab.index(w) if w in vocab else 0 for w in t.split()] for t in texts]
# %% mended
vocab = sorted({w for t in texts for w in t.split()})
ids = [[vocab.index(w) if w in vocab else 0 for w in t.split()] for t in texts]
