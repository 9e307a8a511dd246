# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
Path("faces").mkdir()
for i in range(16): Image.new("RGB", (40,40), (i*20%255, 60, 90)).save(f"faces/f{i}_{20+i}.jpg")
df = pd.DataFrame({"name": [f"f{i}_{20+i}.jpg" for i in range(16)], "age": np.linspace(20, 60, 16)})
dls = ImageDataLoaders.from_df(df, "faces", fn_col="name", label_col="age", y_block=RegressionBlock, valid_pct=0.25, seed=3, item_tfms=Resize(32), bs=4)
class Share(ItemTransform):
    def encodes(self, o): return o[0], o[1]/100
shares = DataBlock(blocks=(ImageBlock, RegressionBlock), get_x=ColReader('name', pref='faces/'), get_y=ColReader('age'), splitter=RandomSplitter(seed=1), item_tfms=[Resize(32), Share()]).dataloaders(df, bs=4)
points = DataBlock(blocks=(ImageBlock, PointBlock), get_items=get_image_files, get_y=lambda o: [[10., 20.]], splitter=RandomSplitter(seed=1), item_tfms=Resize(32)).dataloaders('faces', bs=4)
def of_shares(pred, targ): return F.mse_loss(pred, targ/100)
# %% cell
for data, ends in [(dls, (20, 60)), (dls, (0, 100)), (shares, (0, 1)), (points, (-1, 1))]:
    learn = vision_learner(data, resnet18, pretrained=False, y_range=ends)
    learn.fit(1)
learn = vision_learner(dls, resnet18, pretrained=False, y_range=(0, 1), loss_func=of_shares)
learn.fit(1)
