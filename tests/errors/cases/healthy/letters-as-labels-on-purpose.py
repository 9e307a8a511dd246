# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
Path("train").mkdir()
for i in range(12): Image.new("RGB", (40,40), (i*20%255, 60, 90)).save(f"train/{i}_{i % 4}.jpg")
df = pd.DataFrame({"fname": [f"{i}_{i % 4}.jpg" for i in range(12)], "tags": ["clear;road", "haze", "road", "haze;clear"]*3})
def get_x(r): return Path("train")/r["fname"]
df['grade'] = ['AB', 'C', 'ABC', 'B']*3
df['one'] = list('ABCD')*3
# %% cell
for get_y in [lambda r: list(r['grade']), lambda r: r['grade'], lambda r: r['one'], lambda r: [r['one']]]:
    dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), splitter=RandomSplitter(seed=1), get_x=get_x, get_y=get_y, item_tfms=Resize(32)).dataloaders(df, bs=2)
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=lambda o: o.stem.split('_')[1], item_tfms=Resize(32)).dataloaders('train', bs=2)
