# notice: data.labels
# source: constructed
# says: end\s+column\s+with\s+return\s+r\[name\]\.strip\(\)\.split\(';'\)
# %% before
from fastai.vision.all import *
Path("train").mkdir()
for i in range(12): Image.new("RGB", (40,40), (i*20%255, 60, 90)).save(f"train/{i}_{i % 4}.jpg")
df = pd.DataFrame({"fname": [f"{i}_{i % 4}.jpg" for i in range(12)], "tags": ["clear;road", "haze", "road", "haze;clear"]*3})
def get_x(r): return Path("train")/r["fname"]
# %% cell
def column(name, r): return r[name].strip()
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), splitter=RandomSplitter(seed=1), get_x=get_x, get_y=partial(column, 'tags'), item_tfms=Resize(32)).dataloaders(df, bs=2)
# %% mended
def column(name, r): return r[name].strip().split(';')
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), splitter=RandomSplitter(seed=1), get_x=get_x, get_y=partial(column, 'tags'), item_tfms=Resize(32)).dataloaders(df, bs=2)
