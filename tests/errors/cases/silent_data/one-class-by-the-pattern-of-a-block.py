# notice: data.labels
# source: constructed
# says: pattern
# says: takes\s+'img'\s+from
# says: \(\[\^/\]\+\?\)\[\._\s-\]\?\\d\+\\\.\\w\+\$|\(\[\^/\]\+\)_
# %% before
from fastai.vision.all import *
Path("img").mkdir()
for n in ("pug.1", "pug.2", "pug.3", "birman.4", "birman.5", "birman.6"): Image.new("RGB", (16, 16)).save(f"img/{n}.png")
# %% cell
pets = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(0.34, seed=1),
                 get_y=RegexLabeller(r'([a-z]+)/'))
dls = pets.dataloaders("img", bs=2, num_workers=0)
# %% mended
pets = DataBlock((ImageBlock, CategoryBlock), get_items=get_image_files, splitter=RandomSplitter(0.34, seed=1),
                 get_y=RegexLabeller(r'([^/]+?)[._ -]?\d+\.\w+$'))
dls = pets.dataloaders("img", bs=2, num_workers=0)
