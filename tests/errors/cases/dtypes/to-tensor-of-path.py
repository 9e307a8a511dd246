# rule: picture_transforms.to_tensor_of_tensor
# source: constructed
# says: file
# says: Image\.open
# %% before
import torchvision.transforms as T
from PIL import Image
Image.new("RGB", (8, 8)).save("a.png")
path = "a.png"
# %% fails
T.ToTensor()(path)
# %% mended
T.ToTensor()(Image.open(path).convert('RGB'))
