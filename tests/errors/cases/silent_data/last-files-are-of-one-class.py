# notice: splits.one_class_in_valid
# source: https://forums.fast.ai (IndexSplitter over sorted files)
# says: All\s+4\s+items\s+in\s+the\s+validation\s+set\s+of\s+dls\s+are\s+of\s+class\s+wasp
# says: splitter=RandomSplitter\(valid_pct=0\.29,\s+seed=42\)
# %% before
from fastai.vision.all import *

for k in ("bee", "wasp"):
    (Path("bugs") / k).mkdir(parents=True)
    for i in range(7):
        Image.new("RGB", (16, 16), (i * 30, 60, 90)).save(f"bugs/{k}/{i}.png")
files = get_image_files("bugs").sorted()
# %% cell
block = DataBlock(
    (ImageBlock, CategoryBlock), get_y=lambda f: f.parent.name, splitter=IndexSplitter(range(10, 14))
)
dls = block.dataloaders(files, bs=2, num_workers=0)
# %% mended
block = DataBlock(
    (ImageBlock, CategoryBlock),
    get_y=lambda f: f.parent.name,
    splitter=RandomSplitter(valid_pct=0.29, seed=42),
)
dls = block.dataloaders(files, bs=2, num_workers=0)
