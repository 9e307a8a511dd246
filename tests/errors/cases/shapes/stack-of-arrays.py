# rule: joining.join_not_a_list
# source: constructed
# says: array
# says: as_tensor
# %% before
import torch, numpy as np
imgs = [np.zeros((4, 4)), np.ones((4, 4))]
# %% fails
torch.stack(imgs)
# %% mended
torch.stack([torch.as_tensor(o) for o in imgs])
