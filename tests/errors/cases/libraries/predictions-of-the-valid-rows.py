# rule: libraries.other_length
# source: constructed
# says: X_valid\s+leaves\s+out\s+15\s+rows\s+of\s+df
# says: df\.loc\[X_valid\.index, 'pred'\] = preds
# %% before
import numpy as np, pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
df = pd.DataFrame({'age': np.arange(20.), 'fare': np.arange(20.) * 2, 'y': [3., 1, 4, 1, 5, 9, 2, 6, 5, 3] * 2})
X_train, X_valid, y_train, y_valid = train_test_split(df[['age', 'fare']], df.y, random_state=1)
m = LinearRegression().fit(X_train, y_train)
preds = m.predict(X_valid)
# %% fails
df['pred'] = preds
# %% mended
df.loc[X_valid.index, 'pred'] = preds
