# notice: decided_scores.classes_for_probabilities
# source: constructed
# says: decided\s+classes
# says: roc_auc_score\(ill\[150:\],\s+forest\.predict_proba\(X\[150:\]\)\[:,\s+1\]\)
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
# %% cell
print(roc_auc_score(ill[150:], forest.predict(X[150:])))
# %% mended
print(roc_auc_score(ill[150:], forest.predict_proba(X[150:])[:, 1]))
