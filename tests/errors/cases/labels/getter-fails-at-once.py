# rule: not labels_passed_over.classes_never_collected
# source: constructed; the first item fails too, so the error is the getter's own
# %% before
from fastai.vision.all import *
Path("pets").mkdir()
for name in ("beagle_1", "birman_1"):
    Image.new("RGB", (20, 20), (30, 0, 9)).save(f"pets/{name}.jpg")
files = get_image_files("pets").sorted()
# %% fails
def breed(o): return o.nam.split("_")[0]
block = DataBlock((ImageBlock, CategoryBlock), get_y=breed, splitter=IndexSplitter([1]))
dls = block.dataloaders(files, bs=2)
