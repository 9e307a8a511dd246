# rule: none
# source: constructed
# %% before
from sklearn.linear_model import LogisticRegression
# %% fails
LogisticRegression(C=-1).fit([[1], [2]], [0, 1])
