# notice: copies.original_changed_too
# source: constructed
# says: scaled\s+=\s+homes\s+makes\s+no\s+copy
# says: scaled\s+=\s+homes\.copy\(\)
# %% before
import pandas as pd
homes = pd.DataFrame({'size': [40., 80., 120., 65.], 'rent': [400., 900., 1300., 700.]})
# %% cell
scaled = homes
for c in ['size', 'rent']:
    scaled[c] /= scaled[c].max()
print(homes['rent'].max())
print(scaled['rent'].max())
# %% mended
scaled = homes.copy()
for c in ['size', 'rent']:
    scaled[c] /= scaled[c].max()
print(homes['rent'].max())
print(scaled['rent'].max())
