# notice: data.labels
# source: constructed
# says: \['even'\s+if\s+int\(o\.stem\.split\('_'\)\[1\]\)\s+%\s+2\s+==\s+0\s+else\s+'odd'\]
# %% before
from fastai.vision.all import *
Path("train").mkdir()
for i in range(12): Image.new("RGB", (40,40), (i*20%255, 60, 90)).save(f"train/{i}_{i % 4}.jpg")
df = pd.DataFrame({"fname": [f"{i}_{i % 4}.jpg" for i in range(12)], "tags": ["clear;road", "haze", "road", "haze;clear"]*3})
def get_x(r): return Path("train")/r["fname"]
# %% cell
def kind(o):
    return 'even' if int(o.stem.split('_')[1]) % 2 == 0 else 'odd'
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=kind, item_tfms=Resize(32)).dataloaders('train', bs=2)
# %% mended
def kind(o):
    return ['even' if int(o.stem.split('_')[1]) % 2 == 0 else 'odd']
dls = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_items=get_image_files, splitter=RandomSplitter(seed=1), get_y=kind, item_tfms=Resize(32)).dataloaders('train', bs=2)
