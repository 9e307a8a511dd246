# rule: tables_looped.rows_unpacked
# source: constructed
# says: for photo, kind in zip\(table\['photo'\], table\['kind'\]\)
# %% before
import pandas as pd
birds = pd.DataFrame({'photo': ['a.jpg', 'b.jpg'], 'kind': ['owl', 'wren'], 'size': [2, 5]})
def labels_of(table):
    return {photo: kind for photo, kind in table}
# %% fails
labels = labels_of(birds)
# %% mended
def labels_of(table):
    return {photo: kind for photo, kind in zip(table['photo'], table['kind'])}
labels = labels_of(birds)
