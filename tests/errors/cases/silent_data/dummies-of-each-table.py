# notice: dummies.columns_apart
# source: constructed
# says: column 1 is 'fuel_diesel' in the one and 'fuel_gas' in the other
# says: 'fuel_hybrid' is not in\s+train_df
# says: reindex\(columns=pd\.get_dummies\(train_df
# %% before
import pandas as pd, numpy as np
from sklearn.linear_model import LinearRegression
train_df = pd.DataFrame({'km': np.arange(12.), 'fuel': ['diesel', 'gas', 'petrol'] * 4, 'price': np.arange(12.)})
test_df = pd.DataFrame({'km': np.arange(6.), 'fuel': ['gas', 'petrol', 'hybrid'] * 2, 'price': np.arange(6.)})

# %% cell
X = pd.get_dummies(train_df.drop(columns='price')).values
m = LinearRegression().fit(X, train_df.price)
preds = m.predict(pd.get_dummies(test_df.drop(columns='price')).values)
# %% mended
X = pd.get_dummies(train_df.drop(columns='price')).values
m = LinearRegression().fit(X, train_df.price)
preds = m.predict(pd.get_dummies(test_df.drop(columns='price')).reindex(columns=pd.get_dummies(train_df.drop(columns='price')).columns, fill_value=0).values)
