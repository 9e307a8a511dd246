# rule: columns_twice.same_name_twice
# source: constructed
# says: their values differ
# says: table = table\.loc
# %% before
import pandas as pd, numpy as np
left = pd.DataFrame({"id": [1, 2], "city": ["a", "b"]})
right = pd.DataFrame({"id": [1, 2], "price": [3., 4.]})
df = pd.concat([left, right], axis=1)
raw = pd.DataFrame([[1, 2., 3.], [2, 3., 4.]], columns=['id', 'x', 'x'])
# %% fails
def doubled(table, name):
    table['more'] = table[name] * 2
    return table
doubled(raw, 'x')
# %% mended
def doubled(table, name):
    table = table.loc[:, ~table.columns.duplicated()].copy()
    table['more'] = table[name] * 2
    return table
doubled(raw, 'x')
