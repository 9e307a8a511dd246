# notice: splits.one_class_in_valid
# source: constructed
# says: of\s+class\s+ant
# says: RandomSplitter
# %% before
from fastai.vision.all import *
for k in ("ant", "bee"):
    (Path("bugs") / k).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"bugs/{k}/{i}.png")
# %% cell
block = DataBlock((ImageBlock, CategoryBlock), get_y=parent_label, splitter=IndexSplitter(range(5)))
dls = block.dataloaders(get_image_files("bugs").sorted(), bs=4, num_workers=0)
# %% mended
block = DataBlock((ImageBlock, CategoryBlock), get_y=parent_label, splitter=RandomSplitter(valid_pct=0.25, seed=42))
dls = block.dataloaders(get_image_files("bugs").sorted(), bs=4, num_workers=0)
