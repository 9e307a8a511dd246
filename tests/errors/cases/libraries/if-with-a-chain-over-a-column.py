# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: if \(\(500 < flats\['rent'\]\) & \(flats\['rent'\] < 900\)\)\.any\(\):
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
if 500 < flats['rent'] < 900:
    print('some')
# %% mended
if ((500 < flats['rent']) & (flats['rent'] < 900)).any():
    print('some')
