# rule: libraries_tables.reduction_over_text
# source: constructed
# says: pd.to_numeric\(df\['price'\].str.replace\(',', ''\), errors='coerce'\).mean\(\)
# %% before
import pandas as pd
df = pd.DataFrame({'price': ['1,200', '900', None]})
# %% fails
df['price'].mean()
# %% mended
pd.to_numeric(df['price'].str.replace(',', ''), errors='coerce').mean()
