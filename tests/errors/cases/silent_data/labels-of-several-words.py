# notice: numbering.several_labels_in_one
# source: https://forums.fast.ai (multi-label from_df)
# says: 'day\s+sea'\s+is\s+a\s+class\s+of\s+its\s+own
# says: label_delim='\s+'
# %% before
from fastai.vision.all import *
Path('pics').mkdir()
kinds = ['sea', 'day', 'day sea', 'night', 'night sea', 'sea', 'day', 'night', 'day sea', 'sea', 'night', 'day', 'sea', 'night']
for i in range(len(kinds)): PILImage.create(np.full((16, 16, 3), i * 9, dtype=np.uint8)).save(f'pics/{i}.png')
df = pd.DataFrame({'name': [f'{i}.png' for i in range(len(kinds))], 'tags': kinds})
# %% cell
dls = ImageDataLoaders.from_df(df, 'pics', fn_col='name', label_col='tags', valid_pct=0.15, seed=1, bs=4, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_df(df, 'pics', fn_col='name', label_col='tags', label_delim=' ', valid_pct=0.15, seed=1, bs=4, num_workers=0)
