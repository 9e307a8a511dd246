# rule: libraries_members.column_as_attribute
# source: constructed
# says: df\.n\.str\.lower\(\)
# says: df\.n
# %% before
import pandas as pd
df = pd.DataFrame({'n':['a','b']})
# %% fails
df.n.lower()
# %% mended
df.n.str.lower()
