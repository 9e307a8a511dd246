# rule: arrays_copied.embedding_of_an_array
# source: constructed
# says: torch\.from_numpy\(glove\)\.float\(\)
# %% before
import numpy as np, torch
from torch import nn
glove = np.random.rand(10, 4)
# %% fails
emb = nn.Embedding.from_pretrained(glove, freeze=False)
# %% mended
emb = nn.Embedding.from_pretrained(torch.from_numpy(glove).float(), freeze=False)
