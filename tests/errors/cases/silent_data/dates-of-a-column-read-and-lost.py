# notice: results.result_dropped
# source: constructed
# says: towns\['day'\]\s+=\s+pd\.to_datetime\(towns\.day\)
# %% before
import pandas as pd
towns = pd.DataFrame({'name': ['Ulm', 'Bonn'], 'day': ['2024-01-02', '2024-02-03']})
# %% cell
pd.to_datetime(towns.day)
towns.dtypes
# %% mended
towns['day'] = pd.to_datetime(towns.day)
towns.dtypes
