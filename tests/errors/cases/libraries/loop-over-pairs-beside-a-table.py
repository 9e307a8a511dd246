# rule: not tables_looped.rows_unpacked
# source: constructed
# says: item 1 of pairs
# %% before
import pandas as pd
birds = pd.DataFrame({'photo': ['a.jpg', 'b.jpg'], 'kind': ['owl', 'wren']})
pairs = [('a', 1), ('b', 2, 3)]
# %% fails
for name in birds:
    for a, b in pairs: print(name, a, b)
