# rule: picture_transforms.normalize_count
# source: constructed
# says: tt.Normalize\(\[0.5\], \[0.5\]\)
# %% before
import torchvision.transforms as tt
from PIL import Image
digit = Image.new("L", (28, 28), 90)
# %% fails
prep = tt.Compose([tt.ToTensor(), tt.Normalize((0.1, 0.2, 0.3), (0.4, 0.5, 0.6))])
prep(digit)
# %% mended
prep = tt.Compose([tt.ToTensor(), tt.Normalize([0.5], [0.5])])
prep(digit)
