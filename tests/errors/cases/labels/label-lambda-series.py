# rule: labels_of_tables.lookup_for_a_label
# source: https://forums.fast.ai
# says: Series
# says: leaves = DataBlock\(.*get_y=lambda o: table\[table.leaf == o.stem\].tree.iloc\[0\]
# says: dls = leaves.dataloaders\(path, bs=2\)
# %% before
from PIL import Image as Pic
from fastai.vision.all import *

path = Path("leaves")
(path / "pics").mkdir(parents=True)
for i in range(8):
    Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(path / f"pics/leaf{i}.jpg")
table = pd.DataFrame({"leaf": [f"leaf{i}" for i in range(8)], "tree": ["oak", "elm"] * 4, "height": range(8)})
# %% fails
leaves = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(0.25),
    get_y=lambda o: table[table.leaf == o.stem].tree,
    item_tfms=Resize(32),
)
dls = leaves.dataloaders(path, bs=2)
# %% mended
leaves = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(0.25),
    item_tfms=Resize(32),
    get_y=lambda o: table[table.leaf == o.stem].tree.iloc[0],
)
dls = leaves.dataloaders(path, bs=2)
dls.one_batch()
