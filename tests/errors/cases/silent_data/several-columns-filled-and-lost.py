# notice: results.result_dropped
# source: constructed
# says: does not change the columns\s+rides\[\['from',\s+'to'\]\]
# says: rides\[\['from',\s+'to'\]\]\s+=\s+rides\[\['from',\s+'to'\]\]\.fillna\('none'\)
# %% before
import pandas as pd, numpy as np
rides = pd.DataFrame({'from': ['A', None], 'to': [None, 'B'], 'km': [1, 2]})
# %% cell
rides[['from', 'to']].fillna('none')
rides.isna().sum()
# %% mended
rides[['from', 'to']] = rides[['from', 'to']].fillna('none')
rides.isna().sum()
