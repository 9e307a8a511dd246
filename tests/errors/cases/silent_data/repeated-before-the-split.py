# notice: leaks.repeated_before_split
# source: constructed
# says: balanced\s+repeats\s+rows
# says: Split\s+first
# %% before
import torch, numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
rng = np.random.RandomState(0)
people = pd.DataFrame({'age': rng.rand(100), 'pay': rng.rand(100), 'ill': [1] * 10 + [0] * 90})
# %% cell
ill = people[people.ill == 1]
more = ill.sample(80, replace=True, random_state=1)
balanced = pd.concat([people, more])
train_part, test_part = train_test_split(balanced, test_size=0.2, random_state=0)
# %% mended
train_part, test_part = train_test_split(people, test_size=0.2, random_state=0)
ill = train_part[train_part.ill == 1]
more = ill.sample(80, replace=True, random_state=1)
train_part = pd.concat([train_part, more])
