# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: if \(~\(flats\['rent'\] > 800\)\)\.any\(\):
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
if not flats['rent'] > 800:
    print('cheap')
# %% mended
if (~(flats['rent'] > 800)).any():
    print('cheap')
