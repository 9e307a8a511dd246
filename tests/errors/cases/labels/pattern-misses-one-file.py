# rule: labels_passed_over.classes_never_collected
# source: constructed; the pets data set with a stray file
# says: Most likely
# says: breed
# says: AttributeError
# says: list of classes \(vocab\)
# says: for o in files:
# %% before
from fastai.vision.all import *
Path("pets").mkdir()
for name in ("beagle_1", "beagle_2", "birman_1", "birman_2", "cover", "pug_1"):
    Image.new("RGB", (20, 20), (30, 0, 9)).save(f"pets/{name}.jpg")
files = get_image_files("pets").sorted()
# %% fails
def breed(o): return re.match(r"(.+)_\d+", o.stem).group(1)
block = DataBlock((ImageBlock, CategoryBlock), get_y=breed, splitter=IndexSplitter([1]))
dls = block.dataloaders(files, bs=2)
# %% mended
def breed(o): return re.match(r"(.+)_\d+", o.stem).group(1)
for o in files:
    try: breed(o)
    except AttributeError as e: print(o, e)
