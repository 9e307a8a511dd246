# notice: nothing_held_out.none_held_out
# source: constructed
# says: is_valid\s+is\s+True\s+in\s+none\s+of\s+the\s+20\s+rows
# says: splitter=RandomSplitter\(valid_pct=0\.2,\s+seed=42\)
# %% before
from fastai.vision.all import *
Path("leaves").mkdir()
for i in range(20): Image.new("RGB", (16, 16), (i * 10, 60, 90)).save(f"leaves/{i}.png")
table = pd.DataFrame({"file": [f"leaves/{i}.png" for i in range(20)], "tree": ["oak", "elm"] * 10, "is_valid": 0})
# %% cell
block = DataBlock((ImageBlock, CategoryBlock), get_x=ColReader("file"), get_y=ColReader("tree"), splitter=ColSplitter())
dls = block.dataloaders(table, bs=4, num_workers=0)
# %% mended
block = DataBlock((ImageBlock, CategoryBlock), get_x=ColReader("file"), get_y=ColReader("tree"), splitter=RandomSplitter(valid_pct=0.2, seed=42))
dls = block.dataloaders(table, bs=4, num_workers=0)
