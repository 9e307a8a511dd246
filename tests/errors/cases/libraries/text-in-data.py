# rule: libraries_sklearn.text_in_data
# source: constructed
# %% before
import numpy as np, pandas as pd
from sklearn.linear_model import LinearRegression
df=pd.DataFrame({'a':['x','y','z'],'y':[1,2,3]})
X = df[['a']]
# %% fails
LinearRegression().fit(X, df.y)
# %% mended
X = pd.get_dummies(X, columns=['a'])
