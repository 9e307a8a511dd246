# rule: inference_use.model_wants_a_tensor
# source: constructed
# says: array
# says: permute\(2, 0, 1\)
# %% before
import torch
import numpy as np
from torchvision.models import resnet18
model = resnet18(num_classes=3).eval()
arr = np.zeros((64, 64, 3), dtype=np.uint8)
# %% fails
model(arr)
# %% mended
model(torch.from_numpy(arr).permute(2, 0, 1).float().div(255).unsqueeze(0))
