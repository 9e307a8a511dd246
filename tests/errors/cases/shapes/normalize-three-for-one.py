# rule: picture_transforms.normalize_count
# source: https://stackoverflow.com/questions/59218671
# says: 3 means
# says: 1 channel
# says: T\.Normalize\(\[0\.5\], \[0\.5\]\)
# %% before
import torchvision.transforms as T
from PIL import Image
img = Image.new("L", (28, 28))
# %% fails
T.Compose([T.ToTensor(), T.Normalize((.5, .5, .5), (.5, .5, .5))])(img)
# %% mended
T.Compose([T.ToTensor(), T.Normalize([0.5], [0.5])])(img)
