# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np
from sklearn.linear_model import LinearRegression
train_df = pd.DataFrame({'km': np.arange(12.), 'fuel': ['diesel', 'gas', 'petrol'] * 4, 'price': np.arange(12.)})
test_df = pd.DataFrame({'km': np.arange(6.), 'fuel': ['gas', 'petrol', 'hybrid'] * 2, 'price': np.arange(6.)})
kinds = pd.CategoricalDtype(['diesel', 'gas', 'hybrid', 'petrol'])
train_df['fuel'], test_df['fuel'] = train_df['fuel'].astype(kinds), test_df['fuel'].astype(kinds)
# %% cell
train_X = pd.get_dummies(train_df[['fuel', 'km']]).values
test_X = pd.get_dummies(test_df[['fuel', 'km']]).values
m = LinearRegression().fit(train_X, train_df.price)
