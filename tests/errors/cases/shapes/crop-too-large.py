# rule: picture_transforms.crop_larger_than_picture
# source: constructed
# says: 32 × 32
# says: 16 × 16
# says: Resize
# %% before
import torch
import torchvision.transforms as T
x = torch.rand(3, 16, 16)
# %% fails
T.RandomCrop(32)(x)
# %% mended
T.Compose([T.Resize(32), T.RandomCrop(32)])(x)
