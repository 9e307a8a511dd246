# rule: libraries_sklearn.wrong_kind_of_target
# source: https://stackoverflow.com/questions/43179429 (least populated class)
# says: 'plum'
# says: fruit = fruit\[fruit\.kind != 'plum'\]
# %% before
import pandas as pd
from sklearn.model_selection import train_test_split
fruit = pd.DataFrame({"kind": ["fig"] * 6 + ["pear"] * 6 + ["plum"], "size": range(13)})
# %% fails
first, second = train_test_split(fruit, test_size=0.3, stratify=fruit.kind)
# %% mended
fruit = fruit[fruit.kind != 'plum']
first, second = train_test_split(fruit, test_size=0.3, stratify=fruit.kind)
