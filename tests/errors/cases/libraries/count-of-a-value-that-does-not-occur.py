# rule: libraries_within.no_such_column
# source: constructed
# says: flats\['town'\]\.value_counts\(\)\.get\('Bonn', 0\)
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
flats['town'].value_counts()['Bonn']
# %% mended
flats['town'].value_counts().get('Bonn', 0)
