# notice: data.labels
# source: constructed
# says: end\s+Tags\.__call__\s+with\s+return\s+self\.known\[o\.name\]\.split\(';'\)
# %% before
from fastai.vision.all import *
Path("train").mkdir()
for i in range(12): Image.new("RGB", (40,40), (i*20%255, 60, 90)).save(f"train/{i}_{i % 4}.jpg")
df = pd.DataFrame({"fname": [f"{i}_{i % 4}.jpg" for i in range(12)], "tags": ["clear;road", "haze", "road", "haze;clear"]*3})
def get_x(r): return Path("train")/r["fname"]
# %% cell
class Tags:
    def __init__(self, known): self.known = known
    def __call__(self, o): return self.known[o.name]
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=Tags(dict(zip(df.fname, df.tags))), item_tfms=Resize(32)).dataloaders('train', bs=2)
# %% mended
class Tags:
    def __init__(self, known): self.known = known
    def __call__(self, o): return self.known[o.name].split(';')
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=Tags(dict(zip(df.fname, df.tags))), item_tfms=Resize(32)).dataloaders('train', bs=2)
