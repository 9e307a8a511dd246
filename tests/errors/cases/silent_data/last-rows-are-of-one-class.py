# notice: splits.one_class_in_valid
# source: constructed
# says: of\s+class\s+wasp
# says: RandomSplitter
# %% before
from fastai.vision.all import *

for i in range(12):
    Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"{i}.png")
table = pd.DataFrame(
    {"file": [f"{i}.png" for i in range(12)], "kind": ["ant"] * 4 + ["bee"] * 4 + ["wasp"] * 4}
)
# %% cell
block = DataBlock(
    (ImageBlock, CategoryBlock),
    get_x=ColReader("file"),
    get_y=ColReader("kind"),
    splitter=EndSplitter(valid_pct=0.25),
)
dls = block.dataloaders(table, bs=2, num_workers=0)
# %% mended
block = DataBlock(
    (ImageBlock, CategoryBlock),
    get_x=ColReader("file"),
    get_y=ColReader("kind"),
    splitter=RandomSplitter(valid_pct=0.25, seed=42),
)
dls = block.dataloaders(table, bs=2, num_workers=0)
