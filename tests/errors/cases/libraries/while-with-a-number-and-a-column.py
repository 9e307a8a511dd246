# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: while steps < 3 and \(flats\['rent'\] > 800\)\.any\(\):
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
steps = 0
# %% fails
while steps < 3 and flats['rent'] > 800:
    steps += 1
# %% mended
while steps < 3 and (flats['rent'] > 800).any():
    steps += 1
