# rule: columns.no_such_part_of_row
# source: constructed
# says: row.breeds
# says: 'breed'
# says: row\.breed\n
# %% before
from fastai.vision.all import *
for i in range(4):
    Image.new("RGB", (20, 20), (30 * i, 0, 9)).save(f"d{i}.png")
dogs = pd.DataFrame({"file": [f"d{i}.png" for i in range(4)], "breed": ["pug", "husky"] * 2})
# %% fails
def breed_of(row): return row.breeds
block = DataBlock((ImageBlock, CategoryBlock), get_x=lambda row: row.file, get_y=breed_of, splitter=IndexSplitter([1]))
dls = block.dataloaders(dogs, bs=2)
# %% mended
def breed_of(row): return row.breed
block = DataBlock((ImageBlock, CategoryBlock), get_x=lambda row: row.file, get_y=breed_of, splitter=IndexSplitter([1]))
dls = block.dataloaders(dogs, bs=2)
