# rule: picture_transforms.to_tensor_of_tensor
# source: https://stackoverflow.com/questions/57237381
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
