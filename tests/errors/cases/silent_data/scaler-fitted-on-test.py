# notice: scalers.fitted_on_test
# source: https://stackoverflow.com/questions/43675665
# says: fits\s+sc\s+anew
# says: sc\.transform\(X_test\)
# %% before
import numpy as np, torch
from sklearn.preprocessing import StandardScaler
X_train, X_test = np.random.rand(40, 3), np.random.rand(10, 3)
# %% cell
sc = StandardScaler()
train_x = torch.tensor(sc.fit_transform(X_train)).float()
test_x = torch.tensor(sc.fit_transform(X_test)).float()
# %% mended
sc = StandardScaler()
train_x = torch.tensor(sc.fit_transform(X_train)).float()
test_x = torch.tensor(sc.transform(X_test)).float()
