# rule: tables_looped.rows_unpacked
# source: constructed
# says: for i, kind in birds\['kind'\].items\(\):
# %% before
import pandas as pd
birds = pd.DataFrame({'photo': ['a.jpg', 'b.jpg'], 'kind': ['owl', 'wren']})
# %% fails
for i, kind in birds['kind']:
    print(i, kind)
# %% mended
for i, kind in birds['kind'].items():
    print(i, kind)
