# rule: label_numbers.embedding_too_small
# source: https://discuss.pytorch.org/t/embedding-error-index-out-of-range-in-self/81550
# says: 10 rows
# says: nn\.Embedding\(12, 4\)
# %% before
import torch
from torch import nn
tokens = torch.tensor([[0, 3, 11], [2, 5, 7]])
# %% fails
emb = nn.Embedding(10, 4)
emb(tokens)
# %% mended
emb = nn.Embedding(12, 4)
emb(tokens)
