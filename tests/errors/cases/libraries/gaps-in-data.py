# rule: libraries_sklearn.gaps_in_data
# source: constructed
# says: df\[\['a'\]\] = df\[\['a'\]\]\.fillna\(df\[\['a'\]\]\.median\(numeric_only=True\)\)
# %% before
import numpy as np, pandas as pd
from sklearn.linear_model import LinearRegression
df=pd.DataFrame({'a':[1.,None,3.],'y':[1,2,3]})
# %% fails
LinearRegression().fit(df[['a']], df.y)
# %% mended
df[['a']] = df[['a']].fillna(df[['a']].median(numeric_only=True))
