# notice: data.labels
# source: constructed
# says: RegressionBlock
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
frame = pd.DataFrame({'file': [f'bee/bee_{i}.png' for i in range(6)] + [f'ant/ant_{i}.png' for i in range(6)],
                      'weight': [0.21 * i + 0.07 for i in range(12)]})
# %% cell
dls = ImageDataLoaders.from_df(frame, 'bugs', valid_pct=0.2, seed=3, bs=4, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_df(frame, 'bugs', valid_pct=0.2, seed=3, bs=4, num_workers=0, y_block=RegressionBlock)
