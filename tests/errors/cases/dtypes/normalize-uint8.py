# rule: picture_transforms.normalize_before_to_tensor
# source: constructed
# says: uint8
# says: float\(\) / 255
# %% before
import torch
import torchvision.transforms as T
x = torch.randint(0, 255, (3, 8, 8), dtype=torch.uint8)
norm = T.Normalize([.5]*3, [.5]*3)
# %% fails
norm(x)
# %% mended
x = x.float() / 255
norm(x)
