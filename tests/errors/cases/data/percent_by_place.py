# rule: items_found.none_for_training
# source: constructed
# says: 3000 %
# says: RandomSplitter\(0\.3\)
# %% before
from fastai.vision.all import *

for kind in ["oak", "fir"]:
    Path("trees", kind).mkdir(parents=True)
    for i in range(8):
        PILImage.create(np.full((20, 20, 3), 25 * i, dtype="uint8")).save(f"trees/{kind}/{kind}{i}.jpg")
# %% fails
trees = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(16), splitter=RandomSplitter(30))
dls = trees.dataloaders("trees", bs=4)
# %% mended
trees = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(16), splitter=RandomSplitter(0.3))
dls = trees.dataloaders("trees", bs=4)
