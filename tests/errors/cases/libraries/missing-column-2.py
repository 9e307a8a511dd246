# rule: libraries.missing_column
# source: constructed
# says: df\.columns = df\.columns\.str\.strip\(\)
# says: Name
# %% before
import pandas as pd
df = pd.DataFrame({'Age':[1,2],' Name':['a','b']})
# %% fails
df['Name']
# %% mended
df.columns = df.columns.str.strip()
