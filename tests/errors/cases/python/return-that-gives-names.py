# rule: cells_typed.return_with_a_name
# source: a learner's notebook
# says: return train_test_split\(X, y, test_size=0.2\)
# %% before
from sklearn.model_selection import train_test_split
# %% fails
def split_data(X, y):
    return X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
# %% mended
def split_data(X, y):
    return train_test_split(X, y, test_size=0.2)
a, b, c, d = split_data([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])
