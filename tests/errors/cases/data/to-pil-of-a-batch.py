# rule: pictures_to_pil.not_a_picture
# source: constructed
# says: batch\s+of\s+8
# says: xb\[0\]
# %% before
import torch
from torchvision import transforms
xb=torch.rand(8,3,32,32)
# %% fails
transforms.ToPILImage()(xb)
# %% mended
transforms.ToPILImage()(xb[0])
