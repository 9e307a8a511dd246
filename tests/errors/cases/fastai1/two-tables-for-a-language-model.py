# rule: fastai1.name_of_fastai1
# source: constructed
# says: is_valid=True
# says: valid_col='is_valid'
# says: path='data'
# %% before
import pandas as pd, pathlib
pathlib.Path('data').mkdir()
pd.DataFrame({'label': [0, 1] * 20, 'text': ['some movie review here'] * 40}).to_csv('data/texts.csv', index=False)
from fastai.text.all import *
path = Path('data')
df = pd.read_csv(path/'texts.csv')
# %% fails
data_lm = TextLMDataBunch.from_df('data', train_df=df[:30], valid_df=df[30:], bs=4)
# %% mended
data_lm = TextDataLoaders.from_df(pd.concat([df[:30].assign(is_valid=False), df[30:].assign(is_valid=True)]), path='data', bs=4, valid_col='is_valid', text_col='text', is_lm=True)
