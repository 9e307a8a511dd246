# rule: picture_transforms.normalize_count
# source: https://discuss.pytorch.org/t/output-with-shape-1-28-28-doesnt-match-the-broadcast-shape-3-28-28/
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
