# notice: codes_apart.numbered_anew
# source: constructed
# says: as_numbers
# %% before
import torch
train_words, val_words = ['anna', 'bella', 'cora'], ['carl', 'bob']
def as_numbers(words):
    letters = {c: i + 1 for i, c in enumerate(sorted(set(''.join(words))))}
    return [[letters[c] for c in w] for w in words]
# %% cell
train_rows = as_numbers(train_words)
val_rows = as_numbers(val_words)
# %% mended
letters = {c: i + 1 for i, c in enumerate(sorted(set(''.join(train_words))))}
def as_numbers(words): return [[letters.get(c, 0) for c in w] for w in words]
train_rows = as_numbers(train_words)
val_rows = as_numbers(val_words)
