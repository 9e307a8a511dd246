# rule: libraries_within.no_such_column
# source: constructed
# says: flats\[flats\['rent'\] > 800\]\['town'\]
# says: no\s+column\s+'twon'
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
flats[flats['rent'] > 800]['twon']
# %% mended
flats[flats['rent'] > 800]['town']
