# rule: pictures.picture_is_no_tensor
# source: constructed
# says: np\.array\(leaf\)\.mean
# %% before
import torch, numpy as np
from PIL import Image
leaf = Image.new("RGB", (8, 8))
# %% fails
print(leaf.mean())
# %% mended
print(np.array(leaf).mean())
