# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: \[dear\(rent, town\) for rent, town in zip\(flats\['rent'\], flats\['town'\]\)\]
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
dear = lambda rent, town: 1 if rent > 800 and town != 'Kiel' else 0
flats['dear'] = dear(flats['rent'], flats['town'])
# %% mended
dear = lambda rent, town: 1 if rent > 800 and town != 'Kiel' else 0
flats['dear'] = [dear(rent, town) for rent, town in zip(flats['rent'], flats['town'])]
