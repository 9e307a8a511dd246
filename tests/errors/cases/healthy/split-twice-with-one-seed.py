# notice: none
# source: constructed
# %% before
import numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
rng = np.random.default_rng(1)
df = pd.DataFrame(rng.normal(size=(90, 3)), columns=['a', 'b', 'c'])
df['y'] = (df.a > 0).astype(int)
x, y = df[['a', 'b']].values, df.y.values
# %% cell
x_tr, x_va = train_test_split(x, random_state=0)
y_tr, y_va = train_test_split(y, random_state=0)
clf = LogisticRegression().fit(x_tr, y_tr)
train, test = train_test_split(df, test_size=.3)
fit_part, check_part = train_test_split(train, test_size=.3)
other = LogisticRegression().fit(fit_part[['a', 'b']], fit_part.y)
in_order, rest = train_test_split(x, shuffle=False)
its_y, rest_y = train_test_split(y, shuffle=False)
clf.fit(in_order, its_y)
