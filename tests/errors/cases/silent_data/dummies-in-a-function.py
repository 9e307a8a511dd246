# notice: dummies.columns_apart
# source: constructed
# says: get_dummies makes the columns of train_df and of test_df
# says: \.to_numpy\(\) drops the names
# %% before
import pandas as pd, numpy as np
from sklearn.linear_model import LinearRegression
train_df = pd.DataFrame({'km': np.arange(12.), 'fuel': ['diesel', 'gas', 'petrol'] * 4, 'price': np.arange(12.)})
test_df = pd.DataFrame({'km': np.arange(6.), 'fuel': ['gas', 'petrol', 'hybrid'] * 2, 'price': np.arange(6.)})
def inputs(df):
    chosen = ['fuel', 'km']
    return pd.get_dummies(df[['fuel', 'km']], drop_first=True).to_numpy().astype('float32')
# %% cell
X_train = inputs(train_df)
X_test = inputs(test_df)
# %% mended
def inputs(df):
    made = pd.get_dummies(df[['fuel', 'km']], drop_first=True)
    return made.reindex(columns=pd.get_dummies(train_df[['fuel', 'km']], drop_first=True).columns, fill_value=0).to_numpy().astype('float32')
X_train = inputs(train_df)
X_test = inputs(test_df)
