# rule: files_of_weights.not_weights
# source: https://github.com/gulvarol/cslr2/issues/1
# says: cut off
# says: incomplete
# %% before
import torch
from torch import nn
torch.save(nn.Linear(100, 100).state_dict(), 'big.pth')
whole = open('big.pth', 'rb').read()
open('big.pth', 'wb').write(whole[:20_000])
# %% fails
torch.load('big.pth')
