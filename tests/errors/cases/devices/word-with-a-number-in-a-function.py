# rule: device_words.unknown_word
# source: constructed
# says: 'cuda0'\s+is\s+no\s+device
# says: return torch\.ones\(n, device='cuda:0' if torch\.cuda\.is_available\(\) else 'cpu'\)
# %% before
import torch
def ones(n):
    return torch.ones(n, device='cuda0')
# %% fails
x = ones(3) + 1
# %% mended
def ones(n):
    return torch.ones(n, device='cuda:0' if torch.cuda.is_available() else 'cpu')
x = ones(3) + 1
