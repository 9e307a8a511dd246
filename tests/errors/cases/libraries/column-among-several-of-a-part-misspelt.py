# rule: libraries_within.no_such_column
# source: constructed
# says: flats\.head\(2\)\[\['rent', 'town'\]\]
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
flats.head(2)[['rent', 'towm']]
# %% mended
flats.head(2)[['rent', 'town']]
