# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({'Age': [9.5, np.nan, 12.0], 'Kind': ['race', 'city', 'city'], 'size': [1, 2, 3]})
seen = []
# %% cell
df['Age'] = df.Age.fillna(df.Age.median())
df.Kind = df.Kind.str.upper()
df.Age.map(seen.append)
df['Kind'].apply(print)
df.Age.plot
df.Age.describe()
df['Kind'].value_counts()
try:
    df.Kind.astype(float)
except ValueError:
    print('texts')
for c in ['Age', 'size']: df[c].round().to_frame().info()
df.Kind.str.lower()
