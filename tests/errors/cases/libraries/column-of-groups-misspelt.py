# rule: libraries_within.no_such_column
# source: constructed
# says: flats\.groupby\('town'\)\['rent'\]\.mean\(\)
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
flats.groupby('town')['rents'].mean()
# %% mended
flats.groupby('town')['rent'].mean()
