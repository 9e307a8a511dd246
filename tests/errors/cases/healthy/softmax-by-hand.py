# notice: none
# source: fastbook, chapter 5
# %% before
import torch
# %% cell
def softmax(x): return torch.exp(x) / torch.exp(x).sum(dim=1, keepdim=True)
acts = torch.randn(4, 3)
softmax(acts), torch.softmax(acts, dim=1), torch.sigmoid(acts)
