# rule: pictures.picture_is_no_tensor
# source: constructed
# says: tensor
# says: ToPILImage\(\)\(x\)
# %% before
import torch, torchvision
from PIL import Image
x = torch.rand(3, 8, 8)
# %% fails
x.save("out.png")
# %% mended
import torchvision.transforms as T
T.ToPILImage()(x).save("out.png")
