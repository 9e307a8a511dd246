# notice: none
# source: constructed
# %% before
import numpy as np, pandas as pd
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
rng = np.random.RandomState(0)
df = pd.DataFrame({'a': rng.rand(90), 'b': rng.rand(90), 'label': rng.randint(0, 2, 90)})
# %% cell
picked = ColumnTransformer([('num', StandardScaler(), ['a', 'b'])])
Pipeline([('pick', picked), ('forest', RandomForestClassifier(5))]).fit(df, df['label'])
X, y = df.drop(columns='label'), df['label']
X_train, X_valid, y_train, y_valid = train_test_split(X, y, random_state=0)
forest = RandomForestClassifier(5).fit(X_train, y_train)
KMeans(2, n_init=1).fit(df, df['label'])
scaled = StandardScaler().fit(df, df['label'])
X['yesterday'] = df['label'].shift(1).fillna(0)
line = LinearRegression().fit(X, df['a'] * 2 + df['b'])
forest.fit(X, y)
prices = pd.DataFrame({'price': np.cumsum(rng.randn(60)), 'trend': np.arange(60.), 'up': (np.arange(60) // 7) % 2})
for name in ['price', 'trend', 'up']:
    line.fit(prices[:-1], prices[name].shift(-1)[:-1])
toy = pd.DataFrame({'hours': rng.rand(20), 'rain': [0, 1] * 10})
forest.fit(toy, np.array([0, 1] * 10))
