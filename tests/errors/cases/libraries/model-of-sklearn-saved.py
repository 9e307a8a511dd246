# rule: libraries_transformers.saved_like_a_learner
# source: a learner's notebook
# says: joblib.dump\(model, 'spoilage.pkl'\)
# %% before
from sklearn.ensemble import RandomForestClassifier
model = RandomForestClassifier(n_estimators=2).fit([[0], [1]], [0, 1])
# %% fails
model.save_model('spoilage.pkl')
# %% mended
import joblib
joblib.dump(model, 'spoilage.pkl')
