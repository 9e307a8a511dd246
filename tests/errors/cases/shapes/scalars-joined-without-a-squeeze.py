# rule: not squeezed_batches.in_a_join
# source: constructed
# says: stack
# %% before
import torch
losses=[torch.tensor(1.),torch.tensor(2.)]
# %% fails
torch.cat(losses).mean()
# %% mended
torch.stack(losses).mean()
