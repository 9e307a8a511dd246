# notice: coerced.all_became_nan
# source: constructed
# says: comma\s+before\s+the\s+decimals
# says: str\.replace\('\.',\s+'',\s+regex=False\)
# %% before
import pandas as pd
raw = pd.DataFrame({'preis': ['12,50', '1.200,00', '7,9', '3,20']})
# %% cell
preis = pd.to_numeric(raw['preis'], errors='coerce')
# %% mended
preis = pd.to_numeric(raw['preis'].str.replace('.', '', regex=False).str.replace(',', '.', regex=False), errors='coerce')
