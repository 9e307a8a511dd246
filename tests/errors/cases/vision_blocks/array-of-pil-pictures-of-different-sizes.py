# rule: arrays_of_pictures.of_different_sizes
# source: constructed
# says: Picture 0 is 30 × 20, picture 1 is 50 × 25
# says: faces = \[Image\.open\(p\)\.resize\(\(20, 20\)\) for p in paths\]\n\s*x = np\.array\(faces\)
# %% before
import numpy as np
from PIL import Image
paths = ["c.png", "d.png"]
for p, size in zip(paths, [(30, 20), (50, 25)]): Image.new("RGB", size).save(p)
faces = [Image.open(p) for p in paths]
# %% fails
x = np.array(faces)
# %% mended
faces = [Image.open(p).resize((20, 20)) for p in paths]
x = np.array(faces)
