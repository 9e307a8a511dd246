# rule: batch_and_heads.attention_heads
# source: constructed
# says: nn\.TransformerEncoderLayer\(d_model=50,\s+nhead=5,\s+batch_first=True\)
# %% before
from torch import nn
# %% fails
layer = nn.TransformerEncoderLayer(d_model=50, nhead=4, batch_first=True)
# %% mended
layer = nn.TransformerEncoderLayer(d_model=50, nhead=5, batch_first=True)
