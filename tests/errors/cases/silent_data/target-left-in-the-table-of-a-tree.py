# notice: model_inputs.target_among_inputs
# source: constructed
# says: still\s+has\s+the\s+column\s+'Survived'
# says: X\s+=\s+train\.drop\(columns='Survived'\)
# %% before
import numpy as np, pandas as pd
from sklearn.tree import DecisionTreeClassifier
rng = np.random.RandomState(0)
train = pd.DataFrame({'Pclass': rng.randint(1, 4, 80), 'Fare': rng.rand(80), 'Survived': rng.randint(0, 2, 80)})
# %% cell
X = train
y = train.Survived
tree = DecisionTreeClassifier(max_depth=3)
tree.fit(X, y)
# %% mended
X = train.drop(columns='Survived')
y = train.Survived
tree = DecisionTreeClassifier(max_depth=3)
tree.fit(X, y)
