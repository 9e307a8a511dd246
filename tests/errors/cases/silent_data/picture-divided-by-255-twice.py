# notice: nothing_kept.scaled_before
# source: constructed
# says: divides\s+a\s+picture\s+by\s+255\s+itself
# says: leaf\s+=\s+to_t\(photo\)
# %% before
import torch
from PIL import Image
from torchvision import transforms
photo = Image.new("RGB", (8, 8), (200, 100, 50))
to_t = transforms.Compose([transforms.Resize(4), transforms.ToTensor()])
# %% cell
leaf = to_t(photo) / 255.0
# %% mended
leaf = to_t(photo)
