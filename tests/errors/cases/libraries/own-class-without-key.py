# rule: not libraries_within.no_such_column
# source: constructed
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
class Prices:
    def __getitem__(self, name):
        return dict(flats['rent'])[name]
Prices()['rent']
