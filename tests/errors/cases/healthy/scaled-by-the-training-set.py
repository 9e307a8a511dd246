# notice: none
# source: constructed
# %% before
import numpy as np, torch
from sklearn.preprocessing import StandardScaler, LabelEncoder
X_train, X_test = np.random.rand(40, 3), np.random.rand(10, 3)
y_train, y_test = np.array(['a', 'b'] * 20), np.array(['a', 'b'] * 5)
x = torch.rand(20, 3)
# %% cell
sc, enc = StandardScaler(), LabelEncoder()
a, b = sc.fit_transform(X_train), sc.transform(X_test)
t, v = enc.fit_transform(y_train), enc.transform(y_test)
mean, std = X_train.mean(0), X_train.std(0)
norm_train, norm_test = (X_train - mean) / std, (X_test - mean) / std
all_x = (x - x.mean()) / x.std()
for part in (X_train, X_test):
    StandardScaler().fit_transform(part)
