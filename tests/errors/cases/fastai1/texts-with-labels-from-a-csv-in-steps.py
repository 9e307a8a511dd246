# rule: fastai1.name_of_fastai1
# source: constructed
# says: df = pd\.read_csv\(path / 'texts\.csv'\)
# says: get_y=ColReader\('label'\)
# %% before
import pandas as pd, pathlib
pathlib.Path('data').mkdir()
pd.DataFrame({'label': [0, 1] * 20, 'text': ['some movie review here'] * 40}).to_csv('data/texts.csv', index=False)
from fastai.text.all import *
path = Path('data')
# %% fails
data = TextList.from_csv(path, 'texts.csv', cols='text').split_by_rand_pct(0.2).label_from_df('label').databunch(bs=4)
# %% mended
df = pd.read_csv(path / 'texts.csv')
dblock = DataBlock(blocks=(TextBlock.from_df('text'), CategoryBlock),
    get_x=ColReader('text'),
    splitter=RandomSplitter(0.2, seed=42),
    get_y=ColReader('label'))
dls = dblock.dataloaders(df, bs=4)
