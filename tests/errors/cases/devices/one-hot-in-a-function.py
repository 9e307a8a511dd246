# rule: memory_made.sizes_asked
# source: constructed
# says: 900,000\s+for\s+each
# %% before
import torch, torch.nn.functional as F
toks=torch.randint(0,900000,(3000,1000))
def encode(t): return F.one_hot(t, num_classes=900000).float()
# %% fails
encode(toks)
