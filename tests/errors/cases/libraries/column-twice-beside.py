# rule: not columns_twice.same_name_twice
# source: constructed
# %% before
import pandas as pd, numpy as np
left = pd.DataFrame({"id": [1, 2], "city": ["a", "b"]})
right = pd.DataFrame({"id": [1, 2], "price": [3., 4.]})
df = pd.concat([left, right], axis=1)
# %% fails
if df['price'] > 2: pass
