# rule: dimensions.dimension_out_of_range
# source: https://discuss.pytorch.org/t/indexerror-dimension-out-of-range-expected-to-be-in-range-of-1-0-but-got-1/54267
# says: counted from 0
# says: acts\.unsqueeze\(0\)
# says: batch
# %% before
import torch
acts = torch.randn(6)
# %% fails
torch.softmax(acts, dim=1)
# %% mended
torch.softmax(acts.unsqueeze(0), dim=1)
