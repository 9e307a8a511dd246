# rule: libraries_members.column_as_attribute
# source: constructed
# says: df = pd\.concat\(\[df, pd\.DataFrame\(\[\{'a': 3\}\]\)\]\)
# says: append
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2]})
# %% fails
df.append({'a':3})
# %% mended
df = pd.concat([df, pd.DataFrame([{'a': 3}])])
