# rule: picture_transforms.to_tensor_of_tensor
# source: https://discuss.pytorch.org/t/typeerror-pic-should-be-pil-image-or-ndarray-got-class-numpy-ndarray/20134
# says: twice
# says: ToTensor
# %% before
import torchvision.transforms as T
from PIL import Image
img = Image.new("RGB", (8, 8))
# %% fails
tfm = T.Compose([T.ToTensor(), T.RandomHorizontalFlip(), T.ToTensor()])
tfm(img)
# %% mended
tfm = T.Compose([T.ToTensor(), T.RandomHorizontalFlip()])
tfm(img)
