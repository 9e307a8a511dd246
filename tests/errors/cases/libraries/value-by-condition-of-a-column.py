# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: flats\['class'\] = np\.where\(flats\['rent'\] > 800, 'dear', 'cheap'\)
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
import numpy as np
# %% fails
flats['class'] = 'dear' if flats['rent'] > 800 else 'cheap'
# %% mended
flats['class'] = np.where(flats['rent'] > 800, 'dear', 'cheap')
