# notice: data.labels
# source: constructed
# says: RegressionBlock
# %% before
from fastai.vision.all import *
path = Path('faces'); path.mkdir()
df = pd.DataFrame({'name': [f'{i}.jpg' for i in range(40)], 'age': [(i % 15) * 1.5 + 0.25 for i in range(40)]})
for n in df.name: Image.new('RGB', (32, 32)).save(path/n)
# %% cell
dls = ImageDataLoaders.from_df(df, path, item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_df(df, path, y_block=RegressionBlock, item_tfms=Resize(32), bs=4)
