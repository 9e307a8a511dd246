# notice: decided_scores.classes_for_probabilities
# source: constructed
# says: In\s+score
# says: average_precision_score\(b,\s+model\.decision_function\(a\)\)
# %% before
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression, RidgeClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.metrics import roc_auc_score, average_precision_score, accuracy_score, roc_curve
rng = np.random.default_rng(3)
X = rng.normal(size=(200, 3)); ill = (X[:, 0] + rng.normal(size=200) > 0).astype(int)
forest = RandomForestClassifier(20, random_state=0).fit(X[:150], ill[:150])
ridge = make_pipeline(StandardScaler(), RidgeClassifier()).fit(X[:150], ill[:150])
line = LinearRegression().fit(X[:150], ill[:150])
def score(model, a, b):
    answers = model.predict(a)
    return average_precision_score(b, answers)
# %% cell
result = score(ridge, X[150:], ill[150:])
# %% mended
def score(model, a, b):
    return average_precision_score(b, model.decision_function(a))
result = score(ridge, X[150:], ill[150:])
