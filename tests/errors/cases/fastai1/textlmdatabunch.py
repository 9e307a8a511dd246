# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/course-v3/issues/137
# says: TextLMDataBunch
# says: fastai 1
# says: TextDataLoaders\.from_csv\(path, 'news\.csv', text_col='text', is_lm=True\)
# %% before
import pandas as pd, pathlib
pathlib.Path('data').mkdir(exist_ok=True)
pd.DataFrame({'label': [0, 1] * 20, 'text': ['some news text here'] * 40}).to_csv('data/news.csv', index=False)
# %% fails
from fastai.text.all import *
path = 'data/'
data_lm = TextLMDataBunch.from_csv(path, 'news.csv')
# %% mended
from fastai.text.all import *
path = 'data/'
data_lm = TextDataLoaders.from_csv(path, 'news.csv', text_col='text', is_lm=True, bs=4, seq_len=8)
