# rule: libraries_within.no_such_column
# source: constructed
# says: rows\.iloc\[-1\]\['rent'\]
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
def last_rent(rows):
    return rows.iloc[-1]['rentt']
flats.groupby('town').apply(last_rent)
# %% mended
def last_rent(rows):
    return rows.iloc[-1]['rent']
flats.groupby('town').apply(last_rent)
