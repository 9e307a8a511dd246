# rule: tables_in_batches.row_without_getter
# source: https://forums.fast.ai
# says: no get_x
# says: get_x=ColReader\('leaf', pref=path / 'pics'\)
# %% before
from PIL import Image as Pic
from fastai.vision.all import *

path = Path("leaves")
(path / "pics").mkdir(parents=True)
for i in range(8):
    Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(path / f"pics/leaf{i}.jpg")
table = pd.DataFrame({"leaf": [f"leaf{i}.jpg" for i in range(8)], "found": ["oak wet", "elm dry"] * 4})
# %% fails
plan = DataBlock(
    blocks=(ImageBlock, MultiCategoryBlock), get_y=ColReader("found", label_delim=" "), item_tfms=Resize(32)
)
dls = plan.dataloaders(table, bs=2, num_workers=0)
dls.show_batch()
# %% mended
plan = DataBlock(
    blocks=(ImageBlock, MultiCategoryBlock),
    get_y=ColReader("found", label_delim=" "),
    item_tfms=Resize(32),
    get_x=ColReader("leaf", pref=path / "pics"),
)
dls = plan.dataloaders(table, bs=2, num_workers=0)
dls.show_batch()
