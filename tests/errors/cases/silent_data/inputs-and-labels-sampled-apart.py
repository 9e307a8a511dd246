# notice: split_apart.drawn_apart
# source: constructed
# says: labels = df\.y\.loc\[inputs\.index\]
# %% before
import numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
rng = np.random.default_rng(1)
df = pd.DataFrame(rng.normal(size=(90, 3)), columns=['a', 'b', 'c'])
df['y'] = (df.a > 0).astype(int)
# %% cell
inputs = df[['a', 'b', 'c']].sample(frac=1)
labels = df.y.sample(frac=1)
clf = LogisticRegression().fit(inputs, labels)
# %% mended
inputs = df[['a', 'b', 'c']].sample(frac=1); labels = df.y.loc[inputs.index]
clf = LogisticRegression().fit(inputs, labels)
