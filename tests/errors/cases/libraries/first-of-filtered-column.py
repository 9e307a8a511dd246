# rule: libraries_within.no_such_column
# source: constructed
# says: dear\.iloc\[0\]
# says: label 0
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
dear = flats['town'][flats['rent'] > 800]
# %% fails
dear[0]
# %% mended
dear.iloc[0]
