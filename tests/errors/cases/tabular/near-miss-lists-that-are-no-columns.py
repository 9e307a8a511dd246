# rule: python_types.list_and_other
# source: constructed
# says: item by item
# %% before
import pandas as pd
df = pd.DataFrame({'price': [300, 2000]})
a, b = [5], [3]
# %% fails
a - b
# %% mended
[a - b for a, b in zip(a, b)]
