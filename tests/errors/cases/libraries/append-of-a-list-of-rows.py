# rule: libraries_members.column_as_attribute
# source: constructed
# says: more = pd\.concat\(\[df, pd\.DataFrame\(rows\)\], ignore_index=True\)
# %% before
import pandas as pd
df = pd.DataFrame({'a': [0], 'b': [1]})
rows = [{'a': 1, 'b': 2}, {'a': 3, 'b': 4}]
# %% fails
more = df.append(rows, ignore_index=True)
# %% mended
more = pd.concat([df, pd.DataFrame(rows)], ignore_index=True)
