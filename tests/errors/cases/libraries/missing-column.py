# rule: libraries.missing_column
# source: constructed
# says: df\['Age'\]
# says: age
# %% before
import pandas as pd
df = pd.DataFrame({'Age':[1,2],' Name':['a','b'],'fare':[2.,3.]})
# %% fails
df['age']
# %% mended
df['Age']
