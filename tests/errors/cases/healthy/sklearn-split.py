# notice: none
# source: constructed
# %% before
import numpy as np
from sklearn.model_selection import train_test_split
X = np.random.rand(40, 3); y = np.arange(40) % 2
df = np.arange(20)
# %% cell
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
trn_df, val_df = train_test_split(df, test_size=0.25)
