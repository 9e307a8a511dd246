# notice: data.labels
# source: constructed
# says: single\s+letters
# says: 'clear;road'
# says: get_y\s+with\s+return\s+r\.tags\.split\(';'\)
# %% before
from fastai.vision.all import *
Path("train").mkdir()
for i in range(12): Image.new("RGB", (40,40), (i*20%255, 60, 90)).save(f"train/{i}_{i % 4}.jpg")
df = pd.DataFrame({"fname": [f"{i}_{i % 4}.jpg" for i in range(12)], "tags": ["clear;road", "haze", "road", "haze;clear"]*3})
def get_x(r): return Path("train")/r["fname"]
# %% cell
def get_y(r):
    return r.tags
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), splitter=RandomSplitter(seed=1), get_x=get_x, get_y=get_y, item_tfms=Resize(32)).dataloaders(df, bs=2)
# %% mended
def get_y(r):
    return r.tags.split(';')
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), splitter=RandomSplitter(seed=1), get_x=get_x, get_y=get_y, item_tfms=Resize(32)).dataloaders(df, bs=2)
