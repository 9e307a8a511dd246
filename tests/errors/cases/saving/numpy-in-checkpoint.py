# rule: files_of_weights.weights_only
# source: https://github.com/GET-Foundation/get_model/issues/23
# says: NumPy
# says: weights_only=False
# %% before
import torch, numpy as np
from torch import nn
torch.save({'model': nn.Linear(2, 2).state_dict(), 'best_acc': np.float64(0.93)}, 'ckpt.pth.tar')
# %% fails
ckpt = torch.load('ckpt.pth.tar')
# %% mended
ckpt = torch.load('ckpt.pth.tar', weights_only=False)
