# rule: arrays_of_pictures.of_different_sizes
# source: constructed
# says: The pictures of pets have different sizes
# says: Picture 0 has shape \(48, 64, 3\), picture\s+1\s+has\s+shape\s+\(40, 40, 3\)
# says: im = Image\.open\(f\)\.resize\(\(40, 40\)\)
# %% before
import numpy as np
from PIL import Image
for name, size in [("a", (64, 48)), ("b", (40, 40))]:
    Image.new("RGB", size).save(f"{name}.png")
# %% before
pets = []
for f in ["a.png", "b.png"]:
    im = Image.open(f)
    pets.append(np.asarray(im))
# %% fails
x = np.stack(pets)
# %% mended
pets = []
for f in ["a.png", "b.png"]:
    im = Image.open(f).resize((40, 40))
    pets.append(np.asarray(im))
x = np.stack(pets)
