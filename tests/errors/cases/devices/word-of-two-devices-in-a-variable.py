# rule: device_words.unknown_word
# source: constructed
# says: 'cpu:cuda'\s+is\s+no\s+device
# says: where = 'cuda' if torch\.cuda\.is_available\(\) else 'cpu'
# %% before
import torch
from torch import nn
where = 'cpu:cuda'
model = nn.Linear(3, 2)
# %% fails
for x in [torch.rand(4, 3)]:
    model.to(where)(x.to(where))
# %% mended
where = 'cuda' if torch.cuda.is_available() else 'cpu'
for x in [torch.rand(4, 3)]:
    model.to(where)(x.to(where))
