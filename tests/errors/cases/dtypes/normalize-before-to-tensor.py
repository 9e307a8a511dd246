# rule: picture_transforms.normalize_before_to_tensor
# source: constructed
# says: after
# says: ToTensor
# says: Normalize
# %% before
import torchvision.transforms as T
from PIL import Image
img = Image.new("RGB", (8, 8))
mean, std = [.5]*3, [.5]*3
# %% fails
tfm = T.Compose([T.Resize(8), T.Normalize(mean, std), T.ToTensor()])
tfm(img)
# %% mended
tfm = T.Compose([T.ToTensor(), T.Normalize(mean, std)])
tfm(img)
