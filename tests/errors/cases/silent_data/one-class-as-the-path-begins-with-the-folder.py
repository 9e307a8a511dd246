# notice: data.labels
# source: constructed
# says: whole\s+path
# says: o\.name\.startswith\('pug'\)
# %% before
from fastai.vision.all import *
Path("pets").mkdir()
for n in ("pug_1", "pug_2", "pug_3", "birman_4", "birman_5", "birman_6"): Image.new("RGB", (16, 16)).save(f"pets/{n}.png")
# %% cell
pets = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(0.34, seed=1),
                 get_y=lambda o: 'dog' if str(o).startswith('pug') else 'cat')
dls = pets.dataloaders("pets", bs=2, num_workers=0)
# %% mended
pets = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(0.34, seed=1),
                 get_y=lambda o: 'dog' if o.name.startswith('pug') else 'cat')
dls = pets.dataloaders("pets", bs=2, num_workers=0)
