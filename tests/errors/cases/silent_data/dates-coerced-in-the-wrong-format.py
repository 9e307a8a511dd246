# notice: coerced.all_became_nan
# source: constructed
# says: is\s+NaT
# says: dayfirst=True
# %% before
import pandas as pd
sales = pd.DataFrame({'sold': ['21/12/2019', '14/03/2018', '30/07/2020'], 'n': [1, 2, 3]})
# %% cell
sales['when'] = pd.to_datetime(sales['sold'], format='%Y-%m-%d', errors='coerce')
# %% mended
sales['when'] = pd.to_datetime(sales['sold'], dayfirst=True)
