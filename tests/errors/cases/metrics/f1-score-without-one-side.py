# rule: not metrics_of_sklearn.called_without_data
# source: constructed
# %% before
from sklearn.metrics import f1_score
y = [0, 1, 1]
# %% fails
f1_score(y, average='macro')
