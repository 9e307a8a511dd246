# rule: blocks_replaced.block_replaced
# source: constructed
# says: already the DataLoaders
# says: dls = dblock\.dataloaders\('trees'\)
# %% before
from fastai.vision.all import *

for kind in ["oak", "fir"]:
    Path("trees", kind).mkdir(parents=True)
    for i in range(8):
        PILImage.create(np.full((20, 20, 3), 25 * i, dtype="uint8")).save(f"trees/{kind}/{kind}{i}.jpg")

loaders = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(16))
# %% before
loaders = loaders.dataloaders("trees", bs=4)
# %% fails
loaders = loaders.dataloaders("trees")
