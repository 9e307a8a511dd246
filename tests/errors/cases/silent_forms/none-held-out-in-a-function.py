# notice: nothing_held_out.none_held_out
# source: constructed
# %% before
from fastai.vision.all import *
Path("leaves").mkdir()
for i in range(20): Image.new("RGB", (16, 16), (i * 10, 60, 90)).save(f"leaves/{i}.png")
table = pd.DataFrame({"file": [f"leaves/{i}.png" for i in range(20)], "tree": ["oak", "elm"] * 10, "is_valid": 0})
def get_data():
    block = DataBlock((ImageBlock, CategoryBlock), get_x=ColReader("file"), get_y=ColReader("tree"), splitter=ColSplitter())
    return block.dataloaders(table, bs=4, num_workers=0)
# %% cell
dls = get_data()
