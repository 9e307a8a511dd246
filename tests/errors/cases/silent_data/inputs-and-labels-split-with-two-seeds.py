# notice: split_apart.drawn_apart
# source: constructed
# says: the\s+labels\s+do\s+not\s+belong
# %% before
import numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
rng = np.random.default_rng(1)
df = pd.DataFrame(rng.normal(size=(90, 3)), columns=['a', 'b', 'c'])
df['y'] = (df.a > 0).astype(int)
x, y = df[['a', 'b']].values, df.y.values
# %% cell
x_tr, x_va = train_test_split(x, random_state=1)
y_tr, y_va = train_test_split(y, random_state=2)
pairs = list(zip(x_tr, y_tr))
# %% mended
x_tr, x_va, y_tr, y_va = train_test_split(x, y, random_state=1)
pairs = list(zip(x_tr, y_tr))
