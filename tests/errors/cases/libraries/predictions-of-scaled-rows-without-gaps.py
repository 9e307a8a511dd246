# rule: libraries.other_length
# source: constructed
# says: with\s+gaps
# says: rows = df\[cols\]\.dropna\(\)
# says: df\.loc\[rows\.index, 'p'\] = p
# %% before
import numpy as np, pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import StandardScaler
df = pd.DataFrame({'age': np.arange(20.), 'fare': np.arange(20.) * 2, 'y': np.arange(20.)})
df.loc[[3, 19], 'age'] = np.nan
cols = ['age', 'fare']
m = LinearRegression().fit(df[cols].fillna(0).values, df.y)
X = StandardScaler().fit_transform(df[cols].dropna())
p = m.predict(X)
# %% fails
df['p'] = p
# %% mended
rows = df[cols].dropna()
df.loc[rows.index, 'p'] = p
