# notice: results.result_dropped
# source: constructed
# says: bikes\['Weight'\]\s+=\s+bikes\.Weight\.fillna\(bikes\.Weight\.mean\(\)\)
# says: does not change the column bikes\.Weight
# %% before
import pandas as pd, numpy as np
bikes = pd.DataFrame({'Weight': [9.5, np.nan, 12.0], 'Kind': ['race', 'city', 'city']})
# %% cell
bikes.Weight.fillna(bikes.Weight.mean())
bikes.select_dtypes('number').values.mean(axis=0)
# %% mended
bikes['Weight'] = bikes.Weight.fillna(bikes.Weight.mean())
bikes.select_dtypes('number').values.mean(axis=0)
