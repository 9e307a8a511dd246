# notice: text_order.sorted_by_letters
# source: constructed
# says: pd\.to_datetime\(raw\['day'\]\)
# %% before
import pandas as pd
raw = pd.DataFrame({"day": pd.date_range("2021-06-01", periods=300).strftime("%m/%d/%Y")})
# %% cell
table = raw.sort_values(by='day')
# %% mended
raw['day'] = pd.to_datetime(raw['day'])
table = raw.sort_values(by='day')
