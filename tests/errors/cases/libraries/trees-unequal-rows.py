# rule: libraries_sklearn.unequal_rows
# source: constructed
# says: `?feats`? has 40 rows
# says: 30
# %% before
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
feats, kind = np.random.rand(40, 3), np.arange(40) % 2
# %% fails
RandomForestClassifier(5).fit(feats, kind[:30])
# %% mended
RandomForestClassifier(5).fit(feats, kind)
