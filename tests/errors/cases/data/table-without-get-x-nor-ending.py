# rule: tables_in_batches.row_without_getter
# source: https://forums.fast.ai
# says: whole row
# says: suff='.jpg'
# %% before
from PIL import Image as Pic
from fastai.vision.all import *

path = Path("leaves")
(path / "pics").mkdir(parents=True)
for i in range(8):
    Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(path / f"pics/leaf{i}.jpg")
table = pd.DataFrame({"tree": ["oak", "elm"] * 4, "photo": [f"leaf{i}" for i in range(8)]})
# %% fails
dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_y=lambda r: r.tree, item_tfms=Resize(32)).dataloaders(
    table, bs=2, num_workers=0
)
dls.one_batch()
# %% mended
dls = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_y=lambda r: r.tree,
    item_tfms=Resize(32),
    get_x=ColReader("photo", pref=path / "pics", suff=".jpg"),
).dataloaders(table, bs=2, num_workers=0)
dls.one_batch()
