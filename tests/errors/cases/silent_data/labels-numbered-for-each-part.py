# notice: codes_apart.numbered_anew
# source: constructed
# says: encode numbers what it is given anew
# says: 'fir' is 1 in train_y and 0 in\s+test_y
# %% before
import torch
train_labels, test_labels = ['elm', 'fir', 'oak', 'fir'], ['fir', 'oak', 'oak']
def encode(labels):
    names = sorted(set(labels))
    return torch.tensor([names.index(one) for one in labels])
# %% cell
train_y = encode(train_labels)
test_y = encode(test_labels)
# %% mended
names = sorted(set(train_labels))
def encode(labels): return torch.tensor([names.index(one) for one in labels])
train_y = encode(train_labels)
test_y = encode(test_labels)
