# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
Path('pics').mkdir()
kinds = ['polar bear', 'bear', 'sea lion', 'lion', 'sea', 'grizzly bear', 'teddy bear'] * 3
for i in range(len(kinds)): PILImage.create(np.full((16, 16, 3), i * 9, dtype=np.uint8)).save(f'pics/{i}.png')
df = pd.DataFrame({'name': [f'{i}.png' for i in range(len(kinds))], 'kind': kinds})
# %% cell
dls = ImageDataLoaders.from_df(df, 'pics', fn_col='name', label_col='kind', valid_pct=0.2, seed=3, bs=4, num_workers=0)
