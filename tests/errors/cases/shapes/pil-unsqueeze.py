# rule: pictures.picture_is_no_tensor
# source: constructed
# says: PIL
# says: ToTensor
# %% before
import torch, torchvision
from PIL import Image
img = Image.new("RGB", (8, 8))
# %% fails
img.unsqueeze(0)
# %% mended
import torchvision.transforms as T
T.ToTensor()(img).unsqueeze(0)
