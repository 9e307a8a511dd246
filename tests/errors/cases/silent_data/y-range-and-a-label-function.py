# notice: ranges.too_narrow
# source: constructed
# says: targets\s+of\s+learn\s+go\s+from\s+20\s+to\s+35
# %% before
from fastai.vision.all import *
Path("faces").mkdir()
for i in range(16): Image.new("RGB", (40,40), (i*20%255, 60, 90)).save(f"faces/f{i}_{20+i}.jpg")
df = pd.DataFrame({"name": [f"f{i}_{20+i}.jpg" for i in range(16)], "age": np.linspace(20, 60, 16)})
def get_age(o): return float(o.stem.split('_')[1])
dls = DataBlock(blocks=(ImageBlock, RegressionBlock), get_items=get_image_files, get_y=get_age, splitter=RandomSplitter(seed=1), item_tfms=Resize(32)).dataloaders('faces', bs=4)
# %% cell
learn = vision_learner(dls, resnet18, pretrained=False, y_range=(0, 1), metrics=rmse)
# %% mended
learn = vision_learner(dls, resnet18, pretrained=False, y_range=(0, 36), metrics=rmse)
