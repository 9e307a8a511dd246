# rule: label_measured.number_for_a_class
# source: https://github.com/tcapelle/timeseries_fastai/issues/14
# says: y_block=RegressionBlock
# %% before
from fastai.vision.all import *
Path('p').mkdir()
for i in range(10): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(f'p/{i}.jpg')
df = pd.DataFrame({'fname': [f'p/{i}.jpg' for i in range(10)], 'depth': [0.31*i + 0.07 for i in range(10)]})
# %% fails
dls = ImageDataLoaders.from_df(df, path='.', fn_col='fname', label_col='depth', y_block=CategoryBlock, bs=2, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=rmse)
learn.fit(1)
# %% mended
dls = ImageDataLoaders.from_df(df, path='.', fn_col='fname', label_col='depth', bs=2, num_workers=0, y_block=RegressionBlock)
