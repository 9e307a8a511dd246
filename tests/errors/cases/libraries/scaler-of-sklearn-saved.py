# rule: libraries_transformers.saved_like_a_learner
# source: constructed
# says: joblib.dump\(scaler, 'scaler.save'\)
# %% before
from sklearn.preprocessing import StandardScaler
scaler = StandardScaler().fit([[0.], [1.]])
# %% fails
scaler.save('scaler.save')
# %% mended
import joblib
joblib.dump(scaler, 'scaler.save')
