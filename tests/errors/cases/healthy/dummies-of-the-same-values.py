# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np
from sklearn.linear_model import LinearRegression
train_df = pd.DataFrame({'km': np.arange(12.), 'fuel': ['diesel', 'gas', 'petrol'] * 4, 'price': np.arange(12.)})
test_df = pd.DataFrame({'km': np.arange(6.), 'fuel': ['gas', 'petrol', 'hybrid'] * 2, 'price': np.arange(6.)})
test_df['fuel'] = ['petrol', 'gas', 'diesel'] * 2
# %% cell
def inputs(df): return pd.get_dummies(df[['fuel', 'km']]).values
X_train, X_test = inputs(train_df), inputs(test_df)
same = train_df.copy(); same['fuel'] = pd.Categorical(same['fuel'], ['diesel', 'gas', 'hybrid', 'petrol'])
