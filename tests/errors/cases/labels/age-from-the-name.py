# rule: labels.text_for_numbers
# source: constructed
# says: number written as text
# says: get_y=lambda o: float\(age_of\(o\)\)
# %% before
from fastai.vision.all import *
for i in range(6):
    Image.new("RGB", (20, 20), (30 * i, 0, 9)).save(f"{20 + i}_x.png")
def age_of(o): return o.stem.split("_")[0]
# %% fails
block = DataBlock((ImageBlock, RegressionBlock), get_items=get_image_files, get_y=age_of)
dls = block.dataloaders(".", bs=2)
dls.one_batch()
# %% mended
block = DataBlock((ImageBlock, RegressionBlock), get_items=get_image_files, get_y=lambda o: float(age_of(o)))
dls = block.dataloaders(".", bs=2)
dls.one_batch()
