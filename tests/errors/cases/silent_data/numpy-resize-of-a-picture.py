# notice: picture_sizes.numbers_repeated_by_resize
# source: constructed
# says: np\.resize\(photo, \(16, 32, 3\)\) does not scale the picture
# says: small = np\.array\(Image\.fromarray\(photo\)\.resize\(\(32, 16\)\)\)
# %% before
import numpy as np
from PIL import Image
photo = np.random.randint(0, 255, (40, 60, 3), dtype=np.uint8)
# %% cell
small = np.resize(photo, (16, 32, 3))
# %% mended
small = np.array(Image.fromarray(photo).resize((32, 16)))
