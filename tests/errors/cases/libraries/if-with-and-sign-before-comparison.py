# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: if \(\(flats\['rent'\] > 800\) & \(flats\['rent'\] < 1000\)\)\.any\(\):
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
if flats['rent'] > 800 & flats['rent'] < 1000:
    print('middle')
# %% mended
if ((flats['rent'] > 800) & (flats['rent'] < 1000)).any():
    print('middle')
