# rule: libraries_within.no_such_column
# source: constructed
# says: print\(flat\['town'\]\)
# says: Capitals count
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
for _, flat in flats.iterrows():
    print(flat['Town'])
# %% mended
for _, flat in flats.iterrows():
    print(flat['town'])
