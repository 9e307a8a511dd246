# rule: libraries.other_length
# source: constructed
# says: df\['c'\] = \[1, 2, 3\]\[:len\(df\)\]
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2],'b':[3,4]})
# %% fails
df['c'] = [1,2,3]
# %% mended
df['c'] = [1, 2, 3][:len(df)]
