# rule: folders_as_items.folder_as_item
# source: constructed
# says: there are 2 folders
# says: get_items=get_image_files
# %% before
from fastai.vision.all import *
for k in ("elm", "oak"):
    (Path("leaves")/k).mkdir(parents=True)
    for i in range(6): Image.new("RGB", (16, 16), (i * 30, 60, 90)).save(f"leaves/{k}/{k}_{i}.png")
def everything(p): return list(p.rglob("*"))
# %% fails
block = DataBlock((ImageBlock, CategoryBlock), get_items=everything, get_y=parent_label, item_tfms=Resize(16),
                  splitter=IndexSplitter([2, 3]))
dls = block.dataloaders(Path("leaves"), bs=4, num_workers=0)
for _ in dls.train: pass
# %% mended
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(16),
                  splitter=IndexSplitter([2, 3]))
dls = block.dataloaders(Path("leaves"), bs=4, num_workers=0)
for _ in dls.train: pass
