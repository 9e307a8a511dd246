# notice: text_order.sorted_by_letters
# source: constructed
# says: pd\.to_numeric\(df\['size'\]\)
# %% before
import pandas as pd
df = pd.DataFrame({"size": ["9", "10", "100", "20"]})
# %% cell
df = df.sort_values('size')
# %% mended
df['size'] = pd.to_numeric(df['size'])
df = df.sort_values('size')
