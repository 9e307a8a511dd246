# notice: none
# source: constructed
# %% before
from fastai.vision.all import *

for k in ("bee", "wasp"):
    (Path("bugs") / k).mkdir(parents=True)
    for i in range(7):
        Image.new("RGB", (16, 16), (i * 30, 60, 90)).save(f"bugs/{k}/{i}.png")
files = get_image_files("bugs").sorted()
mixed = files[::2] + files[1::2]
rare = L(files[:7]) + L(files[7:8])


# %% cell
def by_index(at):
    return DataBlock((ImageBlock, CategoryBlock), get_y=parent_label, splitter=IndexSplitter(at))


one = by_index([0, 1]).dataloaders(files, bs=2, num_workers=0)
two = by_index([1, 4, 6, 0]).dataloaders(mixed, bs=2, num_workers=0)
three = by_index([0, 8, 12, 3]).dataloaders(files, bs=2, num_workers=0)
