# rule: memory_made.sizes_asked
# source: constructed
# says: 9,000,000,001
# says: largest number
# says: factorize
# %% before
import torch, pandas as pd
from torch import nn
df = pd.DataFrame({'user': [9_000_000_000, 17, 5], 'stars': [1., 2., 3.]})
# %% fails
n_users = df['user'].max() + 1
emb = nn.Embedding(n_users, 50)
# %% mended
df['user'], users = pd.factorize(df['user'])
emb = nn.Embedding(len(users), 50)
