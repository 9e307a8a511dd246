# notice: none
# source: constructed
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
probs = forest.predict_proba(X[150:])[:, 1]
# %% cell
preds = forest.predict(X[150:])
print(accuracy_score(ill[150:], preds), roc_auc_score(ill[150:], probs))
fpr, tpr, _ = roc_curve(ill[150:], forest.predict_proba(X[150:])[:, 1])
print(roc_auc_score(ill[150:], line.predict(X[150:])), average_precision_score(ill[150:], ridge.decision_function(X[150:])))
