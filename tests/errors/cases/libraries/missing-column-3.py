# rule: libraries.missing_column
# source: constructed
# says: df\[\['a', 'b'\]\]
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2],'b':[3,4]})
# %% fails
df['a','b']
# %% mended
df[['a', 'b']]
