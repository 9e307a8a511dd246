# rule: batch_and_heads.attention_heads
# source: https://discuss.pytorch.org/t/embed-dim-must-be-divisible-by-num-heads/54394
# says: 10
# says: 3
# says: divisible
# %% before
from torch import nn
# %% fails
nn.MultiheadAttention(10, 3)
# %% mended
nn.MultiheadAttention(10, 2)
