# rule: labels_of_tables.lookup_for_a_label
# source: https://forums.fast.ai
# says: get_y=ColReader\('tree_kind'\)
# says: whole row
# %% before
from PIL import Image as Pic
from fastai.vision.all import *

path = Path("leaves")
(path / "pics").mkdir(parents=True)
for i in range(8):
    Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(path / f"pics/leaf{i}.jpg")
table = pd.DataFrame({"leaf": [f"leaf{i}" for i in range(8)], "tree": ["oak", "elm"] * 4, "height": range(8)})
table = table.rename(columns={"tree": "tree_kind"})
# %% fails
leaves = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_x=ColReader("leaf", pref=path / "pics", suff=".jpg"),
    item_tfms=Resize(32),
)
dls = leaves.dataloaders(table, bs=2)
# %% mended
leaves = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_x=ColReader("leaf", pref=path / "pics", suff=".jpg"),
    item_tfms=Resize(32),
    get_y=ColReader("tree_kind"),
)
dls = leaves.dataloaders(table, bs=2)
dls.one_batch()
