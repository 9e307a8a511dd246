# notice: none
# source: constructed
# %% before
import torch, numpy as np, pandas as pd
from fastai.tabular.all import *
from sklearn.model_selection import train_test_split
rng = np.random.RandomState(0)
df = pd.DataFrame({'a': rng.rand(100), 'b': rng.rand(100), 'rare': ['y'] * 10 + ['n'] * 90})
# %% cell
train_df, valid_df = train_test_split(df, test_size=0.2, random_state=0, stratify=df.rare)
more = train_df[train_df.rare == 'y'].sample(50, replace=True, random_state=0)
both = pd.concat([train_df, more, valid_df], ignore_index=True)
n = len(train_df) + len(more)
to = TabularPandas(both, procs=[Categorify], cont_names=['a', 'b'], y_names='rare', splits=(list(range(n)), list(range(n, len(both)))))
bootstrap = df.sample(100, replace=True, random_state=1)
bootstrap.a.mean()
