# rule: libraries_within.no_such_column
# source: constructed
# says: \.reset_index\(\)\['town'\]
# says: index\s+now
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
flats.groupby('town').mean()['town']
# %% mended
flats.groupby('town').mean().reset_index()['town']
