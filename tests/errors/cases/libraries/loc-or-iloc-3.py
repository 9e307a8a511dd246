# rule: libraries.loc_or_iloc
# source: constructed
# says: df\.loc\['a'\]
# says: iloc
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2],'b':[3,4]})
# %% fails
df.iloc['a']
