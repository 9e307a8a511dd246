# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: flats\['class'\] = flats\['rent'\]\.apply\(level\)
# says: written\s+for\s+one\s+value
# %% before
import pandas as pd
flats = pd.DataFrame({'rent': [700, 950, 1200], 'town': ['Ulm', 'Jena', 'Kiel']})
# %% fails
def level(rent):
    if rent > 800:
        return 'dear'
    return 'cheap'
flats['class'] = level(flats['rent'])
# %% mended
def level(rent):
    if rent > 800:
        return 'dear'
    return 'cheap'
flats['class'] = flats['rent'].apply(level)
