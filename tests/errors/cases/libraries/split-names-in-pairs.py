# rule: libraries_halves.names_of_the_parts
# source: constructed
# says: feats_train, feats_test, kind_train, kind_test = train_test_split\(feats, kind
# %% before
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
feats, kind = np.random.rand(40, 3), np.arange(40) % 2
# %% fails
feats_train, kind_train, feats_test, kind_test = train_test_split(feats, kind, test_size=0.2)
RandomForestClassifier(5).fit(feats_train, kind_train)
# %% mended
feats_train, feats_test, kind_train, kind_test = train_test_split(feats, kind, test_size=0.2)
RandomForestClassifier(5).fit(feats_train, kind_train)
