# rule: libraries.drop_without_axis
# source: constructed
# says: df\.drop\(columns='a'\)
# says: drop
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2],'b':[3,4]})
# %% fails
df.drop('a')
# %% mended
df.drop(columns='a')
