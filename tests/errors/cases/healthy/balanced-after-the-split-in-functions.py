# notice: none
# source: constructed
# %% before
import numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
rng = np.random.default_rng(2)
patients = pd.DataFrame(rng.normal(size=(120, 3)), columns=list("xyz"))
patients["ill"] = (rng.random(120) < 0.15).astype(int)
def balanced(table):
    few = table[table.ill == 1]
    return pd.concat([table] + [few] * 5, ignore_index=True)
def joined(first, second): return pd.concat([first, second], ignore_index=True)
def toy(n):
    return pd.DataFrame({"sex": ["m", "f"] * n, "deck": rng.choice(list("ABC"), 2 * n, replace=True), "old": np.repeat([0, 1], n)})
everyone = joined(patients[:60], patients[60:])
# %% cell
train, valid = train_test_split(patients, test_size=0.3, random_state=0, stratify=patients.ill)
train = balanced(train)
half, other = train_test_split(everyone, test_size=0.3, random_state=0)
people = toy(40)
first, second = train_test_split(people, test_size=0.3, random_state=0)
boot = valid.sample(len(valid), replace=True, random_state=1)
whole = balanced(patients)
