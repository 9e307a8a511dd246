# rule: libraries_tables.merge_keys
# source: constructed
# says: pd\.to_numeric\(prices\['size'\], errors='coerce'\)
# %% before
import pandas as pd
flats = pd.DataFrame({'size': [50.0, 60.5], 'town': ['a', 'b']})
prices = pd.DataFrame({'size': ['50', '60.5'], 'price': [1, 2]})
# %% fails
both = flats.merge(prices, on='size')
# %% mended
prices['size'] = pd.to_numeric(prices['size'], errors='coerce')
both = flats.merge(prices, on='size')
