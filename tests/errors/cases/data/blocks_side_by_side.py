# rule: blocks_outside.blocks_not_in_a_tuple
# source: constructed
# says: dl_type
# says: one tuple
# says: DataBlock\(blocks=\(ImageBlock, CategoryBlock\), get_items
# %% before
from fastai.vision.all import *

for kind in ["oak", "fir"]:
    Path("trees", kind).mkdir(parents=True)
    for i in range(8):
        PILImage.create(np.full((20, 20, 3), 25 * i, dtype="uint8")).save(f"trees/{kind}/{kind}{i}.jpg")
# %% fails
block = DataBlock(ImageBlock, CategoryBlock, get_items=get_image_files, get_y=parent_label, item_tfms=Resize(16))
# %% mended
block = DataBlock(blocks=(ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label, item_tfms=Resize(16))
