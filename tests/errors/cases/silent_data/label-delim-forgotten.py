# notice: data.labels
# source: constructed
# says: label_delim=' '
# says: several labels
# %% before
from fastai.vision.all import *
import itertools
path = Path('planet'); path.mkdir()
tags = ['clear', 'water', 'road', 'cloudy', 'primary']
every = [' '.join(c) for k in (1, 2, 3) for c in itertools.combinations(tags, k)] * 3
df = pd.DataFrame({'name': [f'{i}.jpg' for i in range(len(every))], 'tags': every})
for n in df.name: Image.new('RGB', (32, 32)).save(path/n)
# %% cell
dls = ImageDataLoaders.from_df(df, path, item_tfms=Resize(32), bs=4)
# %% mended
dls = ImageDataLoaders.from_df(df, path, label_delim=' ', item_tfms=Resize(32), bs=4)
