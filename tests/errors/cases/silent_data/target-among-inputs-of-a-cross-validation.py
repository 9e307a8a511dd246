# notice: model_inputs.target_among_inputs
# source: constructed
# says: still\s+has\s+the\s+column\s+'label'
# says: cross_val_score\(forest,\s+df\.drop\(columns='label'\),\s+df\['label'\],\s+cv=3\)
# %% before
import numpy as np, pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score
rng = np.random.RandomState(0)
df = pd.DataFrame({'a': rng.rand(90), 'b': rng.rand(90), 'label': rng.randint(0, 2, 90)})
forest = RandomForestClassifier(5)
# %% cell
cross_val_score(forest, df, df['label'], cv=3).mean()
# %% mended
cross_val_score(forest, df.drop(columns='label'), df['label'], cv=3).mean()
