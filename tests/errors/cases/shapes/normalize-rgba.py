# rule: picture_transforms.normalize_count
# source: constructed
# says: RGBA
# says: convert\('RGB'\)
# %% before
import torchvision.transforms as T
from PIL import Image
img = Image.new("RGBA", (28, 28))
tfm = T.Compose([T.ToTensor(), T.Normalize((.5, .5, .5), (.5, .5, .5))])
# %% fails
tfm(img)
# %% mended
img = img.convert('RGB')
tfm(img)
