# rule: arrays_of_pictures.of_different_sizes
# source: constructed
# says: The opened pictures have different sizes
# says: x = np\.array\(\[np\.array\(Image\.open\(p\)\.convert\('RGB'\)\.resize\(\(224, 224\)\)\) for p in paths\]\)
# %% before
import numpy as np
from PIL import Image
paths = ["c.png", "g.png"]
for p, size in zip(paths, [(20, 30), (12, 10)]): Image.new("RGB", size).save(p)
# %% fails
x = np.array([np.array(Image.open(p)) for p in paths])
# %% mended
x = np.array([np.array(Image.open(p).convert('RGB').resize((224, 224))) for p in paths])
