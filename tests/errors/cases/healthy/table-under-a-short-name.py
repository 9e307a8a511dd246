# notice: none
# source: constructed
# %% before
import pandas as pd
homes = pd.DataFrame({'size': [40., 80., 120., 65.], 'rent': [400., 900., 1300., 700.]})
more = pd.DataFrame({'size': [1.], 'rent': [2.]})
# %% cell
df = homes
df['per_m'] = df['rent'] / df['size']
print(df['per_m'].mean(), homes['per_m'].mean())
other = homes
print(homes is other)
both = pd.concat([homes, more], ignore_index=True)
first = both.loc[0]
rows = pd.concat([homes, more])
top = rows.iloc[0]
