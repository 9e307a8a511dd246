# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({"mean": [1., np.nan, 3.], "Age": [1., np.nan, 2.]})
stats = type("Stats", (), {"median": 2.0})
# %% cell
df['Age'] = df['Age'].fillna(stats.median)
df['copy'] = df['mean'].fillna(df['mean'].mean())
f = df.Age.mean
df['same'] = f()
df['doubled'] = df['Age'].where(df.Age > 1, df.Age.max())
