# rule: conversions.of_a_list
# source: https://discuss.huggingface.co/t/how-to-solve-valueerror-expected-sequence-of-length-15-at-dim-1-got-18-error-in-python/33423
# says: different lengths
# says: pad_sequence
# %% before
import torch
from torch import nn
rows = [[1, 2, 3], [4, 5]]
# %% fails
torch.tensor(rows)
# %% mended
nn.utils.rnn.pad_sequence([torch.tensor(o) for o in rows], batch_first=True)
