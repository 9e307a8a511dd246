# notice: none
# source: constructed
# %% before
import torch
train_texts, valid_texts = ['a good film', 'a bad film'], ['bad good', 'film a']
stoi = {w: i for i, w in enumerate(sorted({w for t in train_texts for w in t.split()}))}
def numericalize(texts): return [torch.tensor([stoi[w] for w in t.split()]) for t in texts]
def lengths(texts): return [len(t) for t in texts]
def places(texts): return [list(range(len(t.split()))) for t in texts]
# %% cell
train_ids, valid_ids = numericalize(train_texts), numericalize(valid_texts)
train_nums = numericalize(train_texts)
valid_nums = numericalize(valid_texts)
train_len = lengths(train_texts)
valid_len = lengths(valid_texts)
train_at = places(train_texts)
valid_at = places(valid_texts)
