# rule: libraries.other_length
# source: constructed
# says: df = df\.rename\(columns=\{'old': 'new'\}\)
# says: columns
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2],'b':[3,4]})
# %% fails
df.columns = ['x']
# %% mended
df = df.rename(columns={'old': 'new'})
