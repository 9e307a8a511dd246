# rule: libraries_within.no_such_column
# source: constructed
# says: flats\['rent'\]
# says: left\s+it\s+out
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
flats.drop(columns='rent')['rent']
# %% mended
flats['rent']
