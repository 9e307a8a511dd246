# rule: labels_of_tables.lookup_for_a_label
# source: https://forums.fast.ai
# says: tree_of
# says: Series
# says: return table\[table\['leaf'\] == f.stem\]\['tree'\]\.iloc\[0\]
# %% before
from PIL import Image as Pic
from fastai.vision.all import *

path = Path("leaves")
(path / "pics").mkdir(parents=True)
for i in range(8):
    Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(path / f"pics/leaf{i}.jpg")
table = pd.DataFrame({"leaf": [f"leaf{i}" for i in range(8)], "tree": ["oak", "elm"] * 4, "height": range(8)})


# %% fails
def tree_of(f):
    return table[table["leaf"] == f.stem]["tree"]


dls = ImageDataLoaders.from_path_func(
    path, get_image_files(path), tree_of, valid_pct=0.25, item_tfms=Resize(32), bs=2
)
dls.one_batch()


# %% mended
def tree_of(f):
    return table[table["leaf"] == f.stem]["tree"].iloc[0]


dls = ImageDataLoaders.from_path_func(
    path, get_image_files(path), tree_of, valid_pct=0.25, item_tfms=Resize(32), bs=2
)
dls.one_batch()
