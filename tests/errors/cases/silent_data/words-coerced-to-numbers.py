# notice: coerced.all_became_nan
# source: constructed
# says: They\s+are\s+words
# says: sex\s+=\s+df\['Sex'\]\.astype\('category'\)\.cat\.codes
# %% before
import pandas as pd
df = pd.DataFrame({'Sex': ['male', 'female', 'female', 'male']})
# %% cell
sex = pd.to_numeric(df['Sex'], errors="coerce")
# %% mended
sex = df['Sex'].astype('category').cat.codes
