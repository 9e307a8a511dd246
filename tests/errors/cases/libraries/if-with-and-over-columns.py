# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: if \(\(rent > 800\) & \(town == 'Kiel'\)\)\.any\(\):
# says: flats\[\(rent > 800\) & \(town == 'Kiel'\)\]
# says: `?if`? needs\s+one\s+answer
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
rent = flats['rent']
town = flats['town']
# %% fails
if rent > 800 and town == 'Kiel':
    print('dear')
# %% mended
if ((rent > 800) & (town == 'Kiel')).any():
    print('dear')
