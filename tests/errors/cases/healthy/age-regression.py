# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('faces'); path.mkdir()
df = pd.DataFrame({'name': [f'{i}.jpg' for i in range(20)], 'age': [i * 2.5 for i in range(20)]})
for n in df.name: Image.new('RGB', (32, 32)).save(path/n)
# %% cell
dls = ImageDataLoaders.from_df(df, path, y_block=RegressionBlock, item_tfms=Resize(32), bs=4)
learn = vision_learner(dls, resnet18, pretrained=False, n_out=1, loss_func=MSELossFlat(), metrics=[rmse, mae])
learn.fit(1, 1e-3)
