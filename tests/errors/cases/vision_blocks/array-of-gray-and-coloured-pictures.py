# rule: arrays_of_pictures.of_different_sizes
# source: constructed
# says: not all are in the same colours
# says: scans = \[np\.array\(Image\.open\(p\)\.convert\('RGB'\)\) for p in paths\]
# %% before
import numpy as np
from PIL import Image
paths = ["c.png", "g.png"]
for p, mode in zip(paths, ["RGB", "L"]): Image.new(mode, (12, 10)).save(p)
# %% fails
scans = [np.array(Image.open(p)) for p in paths]
x = np.array(scans) / 255
# %% mended
scans = [np.array(Image.open(p).convert('RGB')) for p in paths]
x = np.array(scans) / 255
