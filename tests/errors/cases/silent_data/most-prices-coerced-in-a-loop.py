# notice: coerced.all_became_nan
# source: constructed
# says: 3\s+of\s+the\s+4\s+values\s+of\s+price\s+are\s+NaN
# says: such\s+as\s+'1,200'
# %% before
import pandas as pd
raw = pd.DataFrame({'price': ['1,200', '2,500', '900', '1,100'], 'rooms': ['1', '2', '3', '4']})
df = raw.copy()
# %% cell
for c in ['price', 'rooms']:
    df[c] = pd.to_numeric(df[c], errors='coerce')
# %% mended
for c in ['price', 'rooms']:
    df[c] = pd.to_numeric(raw[c].str.replace('[^0-9.-]', '', regex=True), errors='coerce')
