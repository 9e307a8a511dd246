# rule: libraries.other_length
# source: https://github.com/ga-students/DAT_SF_12/issues/9
# says: dropna\s+left\s+out\s+2\s+rows
# says: test\.loc\[rows\.index, 'p'\] = model\.predict\(rows\)
# %% before
import numpy as np, pandas as pd
from sklearn.linear_model import LogisticRegression
train = pd.DataFrame({'age': np.arange(20.), 'survived': [0, 1] * 10})
test = pd.DataFrame({'age': np.arange(10.)})
test.loc[[2, 5], 'age'] = np.nan
model = LogisticRegression().fit(train[['age']], train['survived'])
# %% fails
test['p'] = model.predict(test[['age']].dropna())
# %% mended
rows = test[['age']].dropna()
test.loc[rows.index, 'p'] = model.predict(rows)
