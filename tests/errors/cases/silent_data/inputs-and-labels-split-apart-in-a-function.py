# notice: split_apart.drawn_apart
# source: constructed
# says: train_x,\s+test_x,\s+train_y,\s+test_y\s+=\s+train_test_split\(inputs,\s+labels,\s+test_size=0\.2\)
# %% before
import numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
rng = np.random.default_rng(1)
df = pd.DataFrame(rng.normal(size=(90, 3)), columns=['a', 'b', 'c'])
df['y'] = (df.a > 0).astype(int)
def evaluate(inputs, labels):
    train_x, test_x = train_test_split(inputs, test_size=0.2)
    train_y, test_y = train_test_split(labels, test_size=0.2)
    model = LogisticRegression().fit(train_x, train_y)
    return model.score(test_x, test_y)
# %% cell
acc = evaluate(df[['a', 'b', 'c']].values, df.y.values)
# %% mended
def evaluate(inputs, labels):
    train_x, test_x, train_y, test_y = train_test_split(inputs, labels, test_size=0.2)
    model = LogisticRegression().fit(train_x, train_y)
    return model.score(test_x, test_y)
acc = evaluate(df[['a', 'b', 'c']].values, df.y.values)
