# rule: items_found.nothing_found
# source: constructed
# says: fruit_photos
# says: 6 pictures
# says: path = Path\('sets/fruit_photos'\)
# %% before
from fastai.vision.all import *
Path("sets/fruit").mkdir(parents=True)
for kind in ("fig", "kiwi"):
    Path("sets/fruit_photos", kind).mkdir(parents=True)
    for i in range(3):
        Image.new("RGB", (20, 20), (60 * i, 0, 9)).save(f"sets/fruit_photos/{kind}/{i}.jpg")
# %% fails
path = Path("sets/fruit")
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
dls = block.dataloaders(path, bs=2)
# %% mended
path = Path('sets/fruit_photos')
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
dls = block.dataloaders(path, bs=2)
