# notice: results.result_dropped
# source: constructed
# says: towns\['name'\]\s+=\s+towns\['name'\]\.str\.strip\(\)\.str\.lower\(\)
# %% before
import pandas as pd, numpy as np
towns = pd.DataFrame({'name': [' Ulm', 'Bonn '], 'day': ['2024-01-02', '2024-02-03']})
# %% cell
towns['name'].str.strip().str.lower()
towns.name.unique()
# %% mended
towns['name'] = towns['name'].str.strip().str.lower()
towns.name.unique()
