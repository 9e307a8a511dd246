# rule: folder_searched.searched_in_items
# source: constructed
# says: get_image_files searches a folder
# says: already the items
# %% before
from fastai.vision.all import *
for kind in ("oak", "elm"):
    Path("leaves", kind).mkdir(parents=True)
    for i in range(4):
        Image.new("RGB", (20, 20), (40 * i, 0, 9)).save(f"leaves/{kind}/{i}.png")
fnames = get_image_files("leaves")
# %% fails
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
dls = block.dataloaders(fnames, bs=2)
# %% mended
block = DataBlock((ImageBlock, CategoryBlock), get_y=parent_label)
dls = block.dataloaders(fnames, bs=2)
