# notice: data.labels
# source: constructed
# says: single\s+letters
# says: get_y=lambda\s+r:\s+r\['tags'\]\.split\(';'\)
# %% before
from fastai.vision.all import *
Path("train").mkdir()
for i in range(12): Image.new("RGB", (40,40), (i*20%255, 60, 90)).save(f"train/{i}_{i % 4}.jpg")
df = pd.DataFrame({"fname": [f"{i}_{i % 4}.jpg" for i in range(12)], "tags": ["clear;road", "haze", "road", "haze;clear"]*3})
def get_x(r): return Path("train")/r["fname"]
# %% cell
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), splitter=RandomSplitter(seed=1), get_x=get_x, get_y=lambda r: r['tags'], item_tfms=Resize(32)).dataloaders(df, bs=2)
# %% mended
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), splitter=RandomSplitter(seed=1), get_x=get_x, get_y=lambda r: r['tags'].split(';'), item_tfms=Resize(32)).dataloaders(df, bs=2)
