# notice: numbering.several_labels_in_one
# source: constructed
# says: combinations\s+of\s+4\s+words
# says: label_delim=','
# %% before
from fastai.vision.all import *
Path("street").mkdir()
for i in range(24): Image.new("RGB", (16, 16), (i * 8, 60, 90)).save(f"street/{i}.png")
seen = pd.DataFrame({"file": [f"street/{i}.png" for i in range(24)], "seen": ["bus,tram", "tram", "car,bus", "bike", "bike,car", "car"] * 4})
# %% cell
block = DataBlock((ImageBlock, CategoryBlock), get_x=ColReader("file"), get_y=ColReader("seen"), splitter=RandomSplitter(seed=1))
dls = block.dataloaders(seen, bs=4, num_workers=0)
# %% mended
block = DataBlock((ImageBlock, MultiCategoryBlock), get_x=ColReader("file"), get_y=ColReader("seen", label_delim=','), splitter=RandomSplitter(seed=1))
dls = block.dataloaders(seen, bs=4, num_workers=0)
