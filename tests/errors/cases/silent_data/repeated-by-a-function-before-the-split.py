# notice: leaks.repeated_before_split
# source: constructed
# says: more\s+repeats\s+rows
# says: of\s+held
# %% before
import numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
rng = np.random.default_rng(2)
patients = pd.DataFrame(rng.normal(size=(120, 3)), columns=list("xyz"))
patients["ill"] = (rng.random(120) < 0.15).astype(int)
def upsampled(table, column):
    few = table[table[column] == 1]
    return pd.concat([table, few.sample(300, replace=True, random_state=1)])
more = upsampled(patients, "ill")
# %% cell
learnt, held = train_test_split(more, test_size=0.3, random_state=0)
print(len(learnt), len(held))
# %% mended
learnt, held = train_test_split(patients, test_size=0.3, random_state=0)
learnt = upsampled(learnt, "ill")
print(len(learnt), len(held))
