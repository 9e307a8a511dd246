# rule: torch_gone.argument_gone
# source: constructed
# says: interpolation
# %% before
from PIL import Image
from torchvision import transforms as T
# %% fails
aug = T.Compose([T.RandomRotation(15, resample=Image.BILINEAR), T.ToTensor()])
# %% mended
aug = T.Compose([T.RandomRotation(15, interpolation=Image.BILINEAR), T.ToTensor()])
