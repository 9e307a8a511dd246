# rule: label_numbers.embedding_too_small
# source: https://discuss.pytorch.org
# says: cat\.codes
# says: nn.Embedding\(4, 5\)
# %% before
import torch, pandas as pd
from torch import nn

sky = pd.Series(["red", "blue", None, "grey"]).astype("category")
emb = nn.Embedding(3, 5)
codes = torch.tensor(sky.cat.codes.values).long()
# %% fails
emb(codes)
# %% mended
emb = nn.Embedding(4, 5)
emb(codes + 1)
