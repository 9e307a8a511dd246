# notice: texts_alone.always_true
# source: constructed
# says: is\s+always\s+true
# says: o\.parent\.name\s+in\s+\('cats',\s+'kittens'\)
# %% before
from pathlib import Path
import torch

# %% cell
is_cat = lambda o: o.parent.name == "cats" or "kittens"
[is_cat(Path("pets/dogs/1.jpg")), is_cat(Path("pets/cats/2.jpg"))]
# %% mended
is_cat = lambda o: o.parent.name in ("cats", "kittens")
[is_cat(Path("pets/dogs/1.jpg")), is_cat(Path("pets/cats/2.jpg"))]
