# rule: conversions.of_a_list
# source: https://stackoverflow.com/questions/44617871
# says: text
# says: vocab
# %% before
import torch
labels = ["cat", "dog", "cat"]
# %% fails
torch.tensor(labels)
# %% mended
vocab = sorted(set(labels))
torch.tensor([vocab.index(o) for o in labels])
