# rule: libraries_members.table_called
# source: constructed
# says: df\['a'\]
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2]})
# %% fails
df('a')
# %% mended
df['a']
