# rule: libraries_members.column_as_attribute
# source: constructed
# says: df\['first name'\]
# %% before
import pandas as pd
df = pd.DataFrame({'first name':['a','b']})
# %% fails
df.first_name
# %% mended
df['first name']
