# rule: libraries_tables.merge_keys
# source: https://github.com/oracle-devrel/redbull-analytics-hol/issues/44
# says: int64\s+in\s+races\s+and\s+str\s+in\s+results
# says: results\['raceId'\] = results\['raceId'\]\.astype\(str\)
# %% before
import pandas as pd
races = pd.DataFrame({'raceId': [1, 2, 3], 'year': [2009, 2010, 2011]})
results = pd.DataFrame({'raceId': ['1', '2', '\\N'], 'points': [10, 8, 6]})
# %% fails
both = pd.merge(races, results, how='inner', on=['raceId'])
# %% mended
races['raceId'] = races['raceId'].astype(str)
results['raceId'] = results['raceId'].astype(str)
both = pd.merge(races, results, how='inner', on=['raceId'])
