# notice: results.result_dropped
# source: constructed
# says: In clean: bikes\.Weight\.dropna\(\)
# says: bikes\s+=\s+bikes\.dropna\(subset=\['Weight'\]\)
# %% before
import pandas as pd, numpy as np
table = pd.DataFrame({'Weight': [9.5, np.nan, 12.0], 'Kind': ['race', 'city', 'city']})
# %% cell
def clean(bikes):
    bikes.Weight.dropna()
    return bikes['Weight'].sum()
heavy = clean(table)
# %% mended
def clean(bikes):
    bikes = bikes.dropna(subset=['Weight'])
    return bikes['Weight'].sum()
heavy = clean(table)
