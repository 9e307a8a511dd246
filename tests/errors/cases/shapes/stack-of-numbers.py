# rule: joining.join_not_a_list
# source: constructed
# says: float
# says: torch\.tensor\(losses\)
# %% before
import torch
losses = [.3, .2, .1]
# %% fails
torch.stack(losses).mean()
# %% mended
torch.tensor(losses).mean()
