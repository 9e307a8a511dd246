# rule: lists_of_transforms.pipeline_of_a_step
# source: constructed
# says: make_pipeline\(StandardScaler\(\)\)
# %% before
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
scale = Pipeline(StandardScaler())
# %% fails
scale.fit([[1.0], [3.0]])
# %% mended
from sklearn.pipeline import make_pipeline
scale = make_pipeline(StandardScaler())
scale.fit([[1.0], [3.0]])
