# rule: items_found.nothing_found
# source: constructed; the test pictures beside are not meant
# says: there are no files
# %% before
from fastai.vision.all import *
Path("set/train_pics").mkdir(parents=True)
Path("set/test_pics").mkdir(parents=True)
Image.new("RGB", (20, 20)).save("set/test_pics/1.png")
# %% fails
block = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, get_y=parent_label)
dls = block.dataloaders("set/train_pics", bs=2)
# %% mended
Path('set/train_pics').ls()
