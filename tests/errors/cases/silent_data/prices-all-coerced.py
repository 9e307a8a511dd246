# notice: coerced.all_became_nan
# source: constructed
# says: Every\s+value\s+of\s+price\s+is\s+NaN
# says: load\s+sales\s+again
# %% before
import pandas as pd
sales = pd.DataFrame({'price': ['$1,200', '$900', '$15'], 'n': [1, 2, 3]})
# %% cell
sales.price = pd.to_numeric(sales.price, errors='coerce')
