# rule: fastai1.name_of_fastai1
# source: constructed
# says: data_lm = TextDataLoaders\.from_csv\(path, 'texts\.csv', text_col='text', is_lm=True, valid_pct=0\.1, bs=4\)
# %% before
import pandas as pd, pathlib
pathlib.Path('data').mkdir()
pd.DataFrame({'label': [0, 1] * 20, 'text': ['some movie review here'] * 40}).to_csv('data/texts.csv', index=False)
from fastai.text.all import *
path = Path('data')
# %% fails
data_lm = (TextList.from_csv(path, 'texts.csv', cols='text').split_by_rand_pct(0.1).label_for_lm().databunch(bs=4))
# %% mended
data_lm = TextDataLoaders.from_csv(path, 'texts.csv', text_col='text', is_lm=True, valid_pct=0.1, bs=4)
