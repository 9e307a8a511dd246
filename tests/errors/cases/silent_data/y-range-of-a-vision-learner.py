# notice: ranges.too_narrow
# source: constructed
# says: age\s+goes\s+from\s+20\s+to\s+60
# says: y_range=\(0,\s+62\)
# %% before
from fastai.vision.all import *
Path("faces").mkdir()
for i in range(16): Image.new("RGB", (40,40), (i*20%255, 60, 90)).save(f"faces/f{i}_{20+i}.jpg")
df = pd.DataFrame({"name": [f"f{i}_{20+i}.jpg" for i in range(16)], "age": np.linspace(20, 60, 16)})
dls = ImageDataLoaders.from_df(df, "faces", fn_col="name", label_col="age", y_block=RegressionBlock, valid_pct=0.25, seed=3, item_tfms=Resize(32), bs=4)
def make_learner(): return vision_learner(dls, resnet18, pretrained=False, y_range=(0, 50), metrics=rmse)
# %% cell
learn = make_learner()
learn.fit_one_cycle(1)
# %% mended
learn = vision_learner(dls, resnet18, pretrained=False, y_range=(0, 62), metrics=rmse)
learn.fit_one_cycle(1)
