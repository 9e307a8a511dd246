# notice: leaks.repeated_before_split
# source: constructed
# says: In\s+parts
# says: of\s+valid
# %% before
import numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
rng = np.random.default_rng(2)
patients = pd.DataFrame(rng.normal(size=(120, 3)), columns=list("xyz"))
patients["ill"] = (rng.random(120) < 0.15).astype(int)
def parts(table):
    both = pd.concat([table] + [table[table.ill == 1]] * 5)
    train, valid = train_test_split(both, test_size=0.3, random_state=0)
    return train, valid
# %% cell
train, valid = parts(patients)
# %% mended
def parts(table):
    train, valid = train_test_split(table, test_size=0.3, random_state=0)
    train = pd.concat([train] + [train[train.ill == 1]] * 5)
    return train, valid
train, valid = parts(patients)
