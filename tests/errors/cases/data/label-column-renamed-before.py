# rule: columns.no_such_column
# source: constructed
# says: renamed\s+it
# says: label_col='target'
# %% before
from fastai.vision.all import *
Path('pics').mkdir()
for i in range(8): PILImage.create(np.full((24, 24, 3), i * 20, dtype=np.uint8)).save(f'pics/{i}.jpg')
df = pd.DataFrame([(f'{i}.jpg', ['bus', 'van'][i % 2]) for i in range(8)], columns=['file', 'kind'])
df.rename(columns={'kind': 'target'}, inplace=True)
# %% fails
dls = ImageDataLoaders.from_df(df, 'pics', fn_col='file', label_col='kind', bs=2, item_tfms=Resize(16))
# %% mended
dls = ImageDataLoaders.from_df(df, 'pics', fn_col='file', label_col='target', bs=2, item_tfms=Resize(16))
