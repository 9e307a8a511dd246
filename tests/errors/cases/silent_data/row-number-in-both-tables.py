# notice: joined_tables.row_number_twice
# source: constructed
# says: owls\s+has\s+2\s+rows\s+with\s+the\s+index\s+1,\s+of\s+day\s+and\s+night
# says: owls\s+=\s+pd\.concat\(\[day,\s+night\],\s+ignore_index=True\)
# %% before
import pandas as pd
day, night = pd.DataFrame({'n': [1, 2, 3]}), pd.DataFrame({'n': [7, 8]})
# %% cell
owls = pd.concat([day, night])
owls = owls.drop(1)
# %% mended
owls = pd.concat([day, night], ignore_index=True)
owls = owls.drop(1)
